package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditSeal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param log which log
 * @param kind what is wrong
 * @param seal the number of the seal that shows it; 0 for a row that lies elsewhere and that the
 *     log lists, or does not
 * @param day the seal's, or the row's, in UTC; null when the seal itself is gone, or a list is
 *     wrong
 * @param fromPosition of the first row that the seal answers for; 0 when there is no seal
 * @param toPosition of the last; 0 when there is no seal
 * @param position of the first row that is wrong, or of the row that lists what is; null when no
 *     row can be named
 * @param detail one sentence
 */
public record AuditFinding(
        String log,
        Kind kind,
        long seal,
        @Nullable LocalDate day,
        long fromPosition,
        long toPosition,
        @Nullable Long position,
        String detail) {
    /** What kind of thing is wrong. */
    public enum Kind {
        /** A row says something else than when it was sealed, or is another's in its place. */
        EDITED,
        /** A row is gone. */
        MISSING,
        /** A row stands among those that were sealed, and was not there then. */
        INSERTED,
        /** The seal itself, or its place in the chain, is not right. */
        SEAL,
        /** The seal is another than the one whose head was kept apart, or is gone. */
        ANCHOR
    }

    static AuditFinding of(
            AuditSeal seal, Kind kind, long after, @Nullable Long position, String detail) {
        return new AuditFinding(
                seal.log(),
                kind,
                seal.number(),
                LocalDate.ofEpochDay(seal.epochDay()),
                after + 1,
                seal.toPosition(),
                position,
                detail);
    }

    static AuditFinding of(String log, AuditDifference difference) {
        Kind kind =
                switch (difference.kind()) {
                    case EDITED -> Kind.EDITED;
                    case MISSING -> Kind.MISSING;
                    case INSERTED -> Kind.INSERTED;
                };
        return new AuditFinding(
                log, kind, 0, difference.day(), 0, 0, difference.position(), difference.detail());
    }

    @Override
    public String toString() {
        return log + " of " + where() + ": " + detail;
    }

    private String where() {
        if (day == null) {
            return seal == 0 ? "position " + position : "seal " + seal;
        }
        return seal == 0
                ? day.toString()
                : "%s, positions %d to %d (seal %d)".formatted(day, fromPosition, toPosition, seal);
    }
}
