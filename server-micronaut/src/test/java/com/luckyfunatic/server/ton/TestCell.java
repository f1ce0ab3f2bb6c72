package com.luckyfunatic.server.ton;

import com.luckyfunatic.server.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A cell written out for tests, by other code than the one under test: bits are a text of zeros and
 * ones.
 */
record TestCell(String bits, List<TestCell> references) {
    static TestCell of(String bits, TestCell... references) {
        return new TestCell(bits, List.of(references));
    }

    static String bits(long value, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = count - 1; i >= 0; i--) {
            text.append(value >> i & 1);
        }
        return text.toString();
    }

    static String bits(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append(bits(each & 0xff, 8));
        }
        return text.toString();
    }

    int depth() {
        return references.stream().mapToInt(each -> each.depth() + 1).max().orElse(0);
    }

    byte[] hash() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeDescriptorsAndData(out);
        for (TestCell each : references) {
            out.write(each.depth() >> 8);
            out.write(each.depth());
        }
        references.forEach(each -> out.writeBytes(each.hash()));
        return Sha256.of(out.toByteArray());
    }

    String hashHex() {
        return HexFormat.of().formatHex(hash());
    }

    private void writeDescriptorsAndData(ByteArrayOutputStream out) {
        out.write(references.size());
        out.write(bits.length() / 8 + (bits.length() + 7) / 8);
        String whole = bits;
        if (whole.length() % 8 != 0) {
            whole += "1";
            whole += "0".repeat((8 - whole.length() % 8) % 8);
        }
        for (int i = 0; i < whole.length(); i += 8) {
            out.write(Integer.parseInt(whole, i, i + 8, 2));
        }
    }

    /** Returns the bag with this cell as its root, with an index and a checksum if wanted. */
    byte[] bag(boolean withIndex, boolean withChecksum) {
        List<TestCell> cells = new ArrayList<>();
        collect(cells);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        List<Integer> ends = new ArrayList<>();
        for (TestCell cell : cells) {
            cell.writeDescriptorsAndData(content);
            for (int i = 0; i < cell.references().size(); i++) {
                content.write(indexOf(cells, cell.references().get(i)));
            }
            ends.add(content.size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("b5ee9c72"));
        out.write((withIndex ? 0x80 : 0) | (withChecksum ? 0x40 : 0) | 1);
        out.write(2);
        out.write(cells.size());
        out.write(1);
        out.write(0);
        out.write(content.size() >> 8);
        out.write(content.size());
        out.write(0);
        if (withIndex) {
            ends.forEach(end -> {
                out.write(end >> 8);
                out.write(end);
            });
        }
        out.writeBytes(content.toByteArray());
        if (withChecksum) {
            CRC32C crc = new CRC32C();
            crc.update(out.toByteArray());
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt((int) crc.getValue())
                            .array());
        }
        return out.toByteArray();
    }

    byte[] bag() {
        return bag(false, true);
    }

    private void collect(List<TestCell> cells) {
        cells.add(this);
        references.forEach(each -> each.collect(cells));
    }

    @SuppressWarnings("ReferenceEquality") // Two places may hold equal cells.
    private static int indexOf(List<TestCell> cells, TestCell cell) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) == cell) {
                return i;
            }
        }
        throw new IllegalArgumentException("not one of the cells");
    }
}
