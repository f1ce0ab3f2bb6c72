package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.scylla.ScyllaSettings.Retention;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What one batch has stored in the audit trail, a line for each row.
 *
 * @param retention how long the rows were to live when they were stored
 * @param lines one for each row, in the order of the batch
 */
record Manifest(Retention retention, List<Line> lines) {
    private static final byte FORMAT = 1;
    private static final int HEAD_BYTES = 1 + 4 * Integer.BYTES;

    Manifest {
        lines = List.copyOf(lines);
    }

    /**
     * One row.
     *
     * @param table where it lies
     * @param day the day in whose partition it lies
     * @param sequence of its change
     * @param mark the beginning of its hash
     */
    record Line(AuditTable table, PlayerId player, LocalDate day, long sequence, long mark) {
        /** How many bytes each takes. */
        static final int BYTES = 1 + Long.BYTES + Integer.BYTES + Long.BYTES + Long.BYTES;

        void put(ByteBuffer out) {
            out.put((byte) table.code())
                    .putLong(player.value())
                    .putInt((int) day.toEpochDay())
                    .putLong(sequence)
                    .putLong(mark);
        }

        static Line get(ByteBuffer in) {
            int table = in.get();
            return new Line(
                    AuditTable.of(table)
                            .orElseThrow(() ->
                                    new StorageCorruptException("a manifest names table " + table)),
                    new PlayerId(in.getLong()),
                    LocalDate.ofEpochDay(in.getInt()),
                    in.getLong(),
                    in.getLong());
        }
    }

    /** Returns it as it is stored. */
    ByteBuffer toBytes() {
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + lines.size() * Line.BYTES);
        out.put(FORMAT)
                .putInt(retention.changes())
                .putInt(retention.items())
                .putInt(retention.sessions())
                .putInt(retention.boosters());
        lines.forEach(line -> line.put(out));
        return out.flip();
    }

    /**
     * Returns what {@code content} says.
     *
     * @throws StorageCorruptException when it is no manifest
     */
    static Manifest of(ByteBuffer content) {
        ByteBuffer in = content.duplicate();
        try {
            byte format = in.get();
            if (format != FORMAT) {
                throw new StorageCorruptException("a manifest of format " + format);
            }
            Retention retention = new Retention(in.getInt(), in.getInt(), in.getInt(), in.getInt());
            List<Line> lines = new ArrayList<>(in.remaining() / Line.BYTES);
            while (in.hasRemaining()) {
                lines.add(Line.get(in));
            }
            return new Manifest(retention, lines);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new StorageCorruptException("a manifest that cannot be understood", e);
        }
    }
}
