package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditRow;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Some rows of a log, one after the other, as their hashes. Not thread-safe; used once. */
final class Segment {
    private final MessageDigest each = sha256();
    private final MessageDigest all = sha256();
    private final List<Long> marks = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private long earliestMillis = Long.MAX_VALUE;

    /** Returns a new SHA-256. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Adds a row, which comes after those that were added before. */
    void add(AuditRow row) {
        byte[] hash = each.digest(row.content());
        all.update(hash);
        marks.add(ByteBuffer.wrap(hash).getLong());
        positions.add(row.position());
        earliestMillis = Math.min(earliestMillis, row.atMillis());
    }

    int size() {
        return marks.size();
    }

    long from() {
        return positions.getFirst();
    }

    long to() {
        return positions.getLast();
    }

    long earliestMillis() {
        return earliestMillis;
    }

    List<Long> marks() {
        return marks;
    }

    List<Long> positions() {
        return positions;
    }

    /** Returns the hash of all rows, which ends the segment. */
    String finish() {
        return HexFormat.of().formatHex(all.digest());
    }
}
