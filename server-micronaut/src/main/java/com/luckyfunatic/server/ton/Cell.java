package com.luckyfunatic.server.ton;

import com.luckyfunatic.server.crypto.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/**
 * An ordinary cell of TON: at most 1023 bits and four references to other cells. What it refers to
 * is part of its hash. Immutable.
 */
final class Cell {
    static final int REFERENCES_MAX = 4;

    private final byte[] data;
    private final int bits;
    private final List<Cell> references;
    private final int depth;
    private final byte[] hash;

    /**
     * Makes a cell.
     *
     * @param data the bits, and behind them, unless they fill the last byte, a 1 and zeros up to it
     */
    Cell(byte[] data, int bits, List<Cell> references) {
        this.data = data.clone();
        this.bits = bits;
        this.references = List.copyOf(references);
        depth = references.stream().mapToInt(each -> each.depth + 1).max().orElse(0);
        hash = Sha256.of(representation());
    }

    /** What the hash of an ordinary cell is defined over: two descriptors, bits, depths, hashes. */
    private byte[] representation() {
        ByteBuffer bytes =
                ByteBuffer.allocate(
                        2 + data.length + references.size() * (Short.BYTES + Sha256.LENGTH));
        bytes.put((byte) references.size());
        bytes.put((byte) (bits / Byte.SIZE + data.length));
        bytes.put(data);
        references.forEach(each -> bytes.putShort((short) each.depth));
        references.forEach(each -> bytes.put(each.hash));
        return bytes.array();
    }

    int bits() {
        return bits;
    }

    int depth() {
        return depth;
    }

    List<Cell> references() {
        return references;
    }

    boolean hasHash(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    byte[] hash() {
        return hash.clone();
    }

    boolean bit(int at) {
        return (data[at / Byte.SIZE] >> (Byte.SIZE - 1 - at % Byte.SIZE) & 1) == 1;
    }

    /** Returns {@code count} whole bytes that begin at the bit {@code from}. */
    byte[] bytes(int from, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count * Byte.SIZE; i++) {
            if (bit(from + i)) {
                bytes[i / Byte.SIZE] |= (byte) (1 << (Byte.SIZE - 1 - i % Byte.SIZE));
            }
        }
        return bytes;
    }
}
