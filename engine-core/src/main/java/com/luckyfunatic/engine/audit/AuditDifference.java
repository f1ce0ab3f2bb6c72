package com.luckyfunatic.engine.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not as a log has its hash.
 *
 * @param kind what is wrong
 * @param day the UTC day that it lies in; null when it is the list itself that is wrong
 * @param position of the row of the log that has its hash; null when none has
 * @param detail one sentence
 */
public record AuditDifference(
        Kind kind, @Nullable LocalDate day, @Nullable Long position, String detail) {
    /** What kind of thing is wrong. */
    public enum Kind {
        /** It says something else, or another is in its place. */
        EDITED,
        /** It is gone. */
        MISSING,
        /** It was not there when the log was sealed. */
        INSERTED
    }
}
