package com.luckyfunatic.server.ton;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads a bag of cells: the form in which cells travel (TL-B {@code serialized_boc}).
 *
 * <p>It takes what a wallet's first state can be and no more: one root, ordinary cells, not many of
 * them, each written in the one way there is. So two bags that it takes for the same cell have the
 * same hash.
 */
final class BagOfCells {
    private static final int MAGIC = 0xb5ee9c72;

    /** The largest wallet, version 5, has 22 cells. */
    private static final int CELLS_MAX = 256;

    private static final int INDEX_FLAG = 0x80;
    private static final int CHECKSUM_FLAG = 0x40;
    private static final int CACHE_FLAG = 0x20;
    private static final int UNKNOWN_FLAGS = 0x18;
    private static final int SIZE_MASK = 0x07;
    private static final int SIZE_MAX = 2;
    private static final int OFFSET_SIZE_MAX = 4;

    private final byte[] bag;
    private final ByteBuffer bytes;
    private final int flags;
    private final int indexSize;

    private BagOfCells(byte[] bag, ByteBuffer bytes, int flags) {
        this.bag = bag;
        this.bytes = bytes;
        this.flags = flags;
        indexSize = flags & SIZE_MASK;
    }

    /**
     * Returns the root of the bag.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    static Cell read(byte[] bag) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(bag);
            require(bytes.getInt() == MAGIC, "does not begin as a bag of cells does");
            return new BagOfCells(bag, bytes, Byte.toUnsignedInt(bytes.get())).root();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("ends too early", e);
        }
    }

    private Cell root() {
        require((flags & UNKNOWN_FLAGS) == 0, "has unknown flags");
        require(indexSize >= 1 && indexSize <= SIZE_MAX, "has indexes of an unusual size");
        int offsetSize = Byte.toUnsignedInt(bytes.get());
        require(offsetSize >= 1 && offsetSize <= OFFSET_SIZE_MAX, "has an unusual offset size");
        int cells = (int) number(indexSize);
        require(cells >= 1 && cells <= CELLS_MAX, "has too many cells, or none");
        require(number(indexSize) == 1, "must have one root");
        require(number(indexSize) == 0, "has absent cells");
        long length = number(offsetSize);
        int root = (int) number(indexSize);
        require(root < cells, "has no such root");
        if ((flags & INDEX_FLAG) != 0) {
            skip((long) cells * offsetSize);
        } else {
            require((flags & CACHE_FLAG) == 0, "has cache bits without an index");
        }
        int checksum = (flags & CHECKSUM_FLAG) == 0 ? 0 : Integer.BYTES;
        require(bytes.remaining() == length + checksum, "has another length than it says");
        if (checksum > 0) {
            requireChecksum();
        }
        return cells(cells, bytes.limit() - checksum).get(root);
    }

    private void requireChecksum() {
        int end = bytes.limit() - Integer.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(bag, 0, end);
        require(Integer.reverseBytes(bytes.getInt(end)) == (int) crc.getValue(), "is damaged");
    }

    /** A cell as it stands in the bag: with the numbers of those it refers to. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and gone after reading.
    private record Raw(byte[] data, int bits, int[] references) {}

    /**
     * References lead to later cells only, so the last can be made first, and circles cannot be.
     */
    private List<Cell> cells(int count, int end) {
        List<Raw> raws = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            raws.add(raw(i, count));
        }
        require(bytes.position() == end, "has something behind its cells");
        Cell[] cells = new Cell[count];
        for (int i = count - 1; i >= 0; i--) {
            Raw raw = raws.get(i);
            List<Cell> references =
                    Arrays.stream(raw.references()).mapToObj(r -> cells[r]).toList();
            cells[i] = new Cell(raw.data(), raw.bits(), references);
        }
        return List.of(cells);
    }

    private Raw raw(int index, int count) {
        int references = Byte.toUnsignedInt(bytes.get());
        int size = Byte.toUnsignedInt(bytes.get());
        // The other bits of the first descriptor are those of levels, stored hashes, exotic cells.
        require(references <= Cell.REFERENCES_MAX, "has a cell that is not ordinary");
        byte[] data = new byte[(size + 1) / 2];
        bytes.get(data);
        int bits = data.length * Byte.SIZE;
        if (size % 2 == 1) {
            int last = Byte.toUnsignedInt(data[data.length - 1]);
            require((last & 0x7f) != 0, "has a cell that does not say where it ends");
            bits -= Integer.numberOfTrailingZeros(last) + 1;
        }
        int[] referred = new int[references];
        for (int i = 0; i < references; i++) {
            referred[i] = (int) number(indexSize);
            require(referred[i] > index && referred[i] < count, "has a reference to no later cell");
        }
        return new Raw(data, bits, referred);
    }

    private long number(int size) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << Byte.SIZE | Byte.toUnsignedLong(bytes.get());
        }
        return number;
    }

    private void skip(long count) {
        require(count <= bytes.remaining(), "ends too early");
        bytes.position(bytes.position() + (int) count);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
