package com.luckyfunatic.engine.audit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a log that is complete, with hashes of what it said then. The seals of a log are a
 * chain: the head of each depends on the one before it. Seals name days in UTC.
 *
 * @param log the name of the log
 * @param number among the seals of the log, from 1 without gaps
 * @param epochDay the day that its rows came on, days since 1970; never before the day of the seal
 *     before it, so that a row that came late belongs to a later day
 * @param fromPosition of its first row
 * @param toPosition of its last row; it answers for every position after the seal before it
 * @param earliestMillis the least time that a row says it was made at, epoch milliseconds
 * @param rowsHash the hash of all of its rows, 64 hexadecimal digits
 * @param marks the beginning of the hash of each row, in order, 1 to {@value #ROWS_MAX}
 * @param isKeyed whether the head was made with a secret key
 * @param head the hash of this seal and the head before it, 64 hexadecimal digits
 * @param sealedAtMillis when it was made, epoch milliseconds
 */
public record AuditSeal(
        String log,
        long number,
        long epochDay,
        long fromPosition,
        long toPosition,
        long earliestMillis,
        String rowsHash,
        List<Long> marks,
        boolean isKeyed,
        String head,
        long sealedAtMillis) {
    /** The most rows of a seal. */
    public static final int ROWS_MAX = 4_096;

    /** The most characters of a log's name. */
    public static final int LOG_LENGTH_MAX = 32;

    private static final Pattern LOG = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Checks the ranges. */
    public AuditSeal {
        marks = List.copyOf(marks);
        require(LOG.matcher(log).matches(), "log");
        require(number > 0, "number");
        require(fromPosition > 0 && toPosition >= fromPosition, "range");
        require(HASH.matcher(rowsHash).matches() && HASH.matcher(head).matches(), "hash");
        require(!marks.isEmpty() && marks.size() <= ROWS_MAX, "number of rows");
    }

    private static void require(boolean isRight, String name) {
        if (!isRight) {
            throw new IllegalArgumentException("a seal's " + name + " is out of range");
        }
    }

    /** How many rows it has. */
    public int rows() {
        return marks.size();
    }
}
