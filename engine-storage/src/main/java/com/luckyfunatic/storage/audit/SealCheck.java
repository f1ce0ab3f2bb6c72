package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.storage.audit.AuditFinding.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the rows of one seal against it. Pure but for reading the log. */
final class SealCheck {
    /** How many rows beyond the sealed ones are read to see what they are. */
    private static final int MORE = 1_000;

    private final AuditLog log;
    private final AuditSeal seal;
    private final long after;
    private final long nowMillis;
    private final Segment there = new Segment();

    private SealCheck(AuditLog log, AuditSeal seal, long after, long nowMillis) {
        this.log = log;
        this.seal = seal;
        this.after = after;
        this.nowMillis = nowMillis;
    }

    /**
     * What came of it.
     *
     * @param rows how many are as they were sealed
     * @param gone how many are rightly no longer kept
     * @param finding what is wrong; null for nothing
     */
    record Result(long rows, long gone, @Nullable AuditFinding finding) {}

    /** Checks the rows of {@code seal}, which are behind the position {@code after}. */
    static Result check(AuditLog log, AuditSeal seal, long after, long nowMillis) {
        return new SealCheck(log, seal, after, nowMillis).run();
    }

    private Result run() {
        log.read(after, seal.toPosition(), seal.rows() + MORE, there::add);
        if (there.size() == seal.rows() && there.finish().equals(seal.rowsHash())) {
            return new Result(there.size(), 0, null);
        }
        int lacking = seal.rows() - there.size();
        if (lacking > 0 && isWithin(there.marks(), seal.marks())) {
            return log.mayLack(seal, behindLastLacking(), nowMillis)
                    ? new Result(there.size(), lacking, null)
                    : wrong(missing(lacking));
        }
        return wrong(
                lacking < 0 && isWithin(seal.marks(), there.marks())
                        ? inserted(-lacking)
                        : edited());
    }

    private static Result wrong(AuditFinding finding) {
        return new Result(0, 0, finding);
    }

    private AuditFinding missing(int lacking) {
        int first = agreeing();
        String where =
                first < there.size()
                        ? "before the row at position " + there.positions().get(first)
                        : first == 0
                                ? "as all the others are"
                                : "behind the row at position " + there.positions().get(first - 1);
        return finding(
                Kind.MISSING,
                first < there.size() ? there.positions().get(first) : null,
                "%d of %d rows are missing, the first %s".formatted(lacking, seal.rows(), where));
    }

    private AuditFinding inserted(int more) {
        long position = there.positions().get(agreeing());
        return finding(
                Kind.INSERTED,
                position,
                "%s, the first at position %d"
                        .formatted(
                                more == 1
                                        ? "a row was not there when it was sealed"
                                        : "at least "
                                                + more
                                                + " rows were not there when it was sealed",
                                position));
    }

    private AuditFinding edited() {
        int first = agreeing();
        String count =
                there.size() == seal.rows()
                        ? ""
                        : ", and there are %d rows in place of %d"
                                .formatted(there.size(), seal.rows());
        if (first == there.size()) {
            return finding(Kind.EDITED, null, "the rows are not those that were sealed" + count);
        }
        long position = there.positions().get(first);
        return finding(
                Kind.EDITED,
                position,
                "the row at position " + position + " is not as it was sealed" + count);
    }

    private AuditFinding finding(Kind kind, @Nullable Long position, String detail) {
        return AuditFinding.of(seal, kind, after, position, detail);
    }

    /** How many rows at the beginning are as they were sealed. */
    private int agreeing() {
        int most = Math.min(there.size(), seal.rows());
        int same = 0;
        while (same < most && there.marks().get(same).equals(seal.marks().get(same))) {
            same++;
        }
        return same;
    }

    /** Returns the position of the first row behind all that are lacking. */
    private long behindLastLacking() {
        int last = there.size() - 1;
        int sealed = seal.rows() - 1;
        while (last >= 0 && there.marks().get(last).equals(seal.marks().get(sealed))) {
            last--;
            sealed--;
        }
        return last + 1 < there.size() ? there.positions().get(last + 1) : seal.toPosition() + 1;
    }

    /** Returns whether {@code some} are among {@code all}, in the same order. */
    private static boolean isWithin(List<Long> some, List<Long> all) {
        int found = 0;
        for (int i = 0; i < all.size() && found < some.size(); i++) {
            if (all.get(i).equals(some.get(found))) {
                found++;
            }
        }
        return found == some.size();
    }
}
