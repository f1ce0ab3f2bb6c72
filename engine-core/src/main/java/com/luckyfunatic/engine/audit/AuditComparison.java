package com.luckyfunatic.engine.audit;

/**
 * What came of holding rows against the hashes that a log has of them.
 *
 * @param rows how many are as they were sealed
 * @param gone how many are rightly no longer kept
 * @param unsealed how many are too new to be sealed, and were not looked at
 */
public record AuditComparison(long rows, long gone, long unsealed) {
    /** What a log has to say that is no list of hashes. */
    public static final AuditComparison NOTHING = new AuditComparison(0, 0, 0);

    /** Returns this and {@code other} together. */
    public AuditComparison plus(AuditComparison other) {
        return new AuditComparison(
                Math.addExact(rows, other.rows),
                Math.addExact(gone, other.gone),
                Math.addExact(unsealed, other.unsealed));
    }
}
