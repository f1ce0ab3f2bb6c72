package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Records with seals that do one thing wrong. */
final class AuditFaults {
    private AuditFaults() {}

    abstract static class Seals extends BrokenStorage implements AuditStore {
        Seals(PlainStorage right) {
            super(right);
        }

        @Override
        public final AuditStore audit() {
            return this;
        }

        final AuditStore rightOnes() {
            return right.audit();
        }

        @Override
        public List<AuditLog> logs() {
            return rightOnes().logs();
        }

        @Override
        public boolean append(AuditSeal seal) {
            return rightOnes().append(seal);
        }

        @Override
        public Optional<AuditSeal> last(String log) {
            return rightOnes().last(log);
        }

        @Override
        public List<AuditSeal> seals(String log, long after, int limit) {
            return rightOnes().seals(log, after, limit);
        }
    }

    /** Says that a seal was added whose number was taken. */
    static final class ReplacesSeals extends Seals {
        ReplacesSeals(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean append(AuditSeal seal) {
            return super.append(seal) || last(seal.log()).isPresent();
        }
    }

    /** Takes whatever number comes. */
    static final class LeavesGaps extends Seals {
        LeavesGaps(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean append(AuditSeal seal) {
            return super.append(seal) || seal.number() > 1;
        }
    }

    static final class RefusesARepeat extends Seals {
        RefusesARepeat(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean append(AuditSeal seal) {
            return last(seal.log()).filter(seal::equals).isEmpty() && super.append(seal);
        }
    }

    static final class RepeatsTheBorder extends Seals {
        RepeatsTheBorder(PlainStorage right) {
            super(right);
        }

        @Override
        public List<AuditSeal> seals(String log, long after, int limit) {
            return super.seals(log, Math.max(0, after - 1), limit);
        }
    }

    static final class ForgetsMarks extends Seals {
        ForgetsMarks(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean append(AuditSeal seal) {
            return super.append(
                    new AuditSeal(
                            seal.log(),
                            seal.number(),
                            seal.epochDay(),
                            seal.fromPosition(),
                            seal.toPosition(),
                            seal.earliestMillis(),
                            seal.rowsHash(),
                            seal.marks().subList(0, 1),
                            seal.isKeyed(),
                            seal.head(),
                            seal.sealedAtMillis()));
        }
    }

    /** Counts the seals of all logs together. */
    static final class MixesLogs extends Seals {
        private String only = "";

        MixesLogs(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean append(AuditSeal seal) {
            if (only.isEmpty()) {
                only = seal.log();
            }
            return only.equals(seal.log()) && super.append(seal);
        }
    }

    /** Tells the rows of the right logs in its own way. */
    abstract static class Rows extends Seals {
        Rows(PlainStorage right) {
            super(right);
        }

        @Override
        public final List<AuditLog> logs() {
            return super.logs().stream().map(each -> (AuditLog) new Told(each)).toList();
        }

        abstract List<AuditRow> told(List<AuditRow> rows);

        long settled(long right) {
            return right;
        }

        private final class Told implements AuditLog {
            private final AuditLog log;

            Told(AuditLog log) {
                this.log = log;
            }

            @Override
            public String name() {
                return log.name();
            }

            @Override
            public long settled(long nowMillis) {
                return Rows.this.settled(log.settled(nowMillis));
            }

            @Override
            public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
                List<AuditRow> rows = new ArrayList<>();
                log.read(after, to, limit, rows::add);
                told(rows).forEach(consumer);
            }

            @Override
            public long countAfter(long after) {
                return log.countAfter(after);
            }

            @Override
            public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
                return log.mayLack(seal, before, nowMillis);
            }
        }
    }

    static final class LeavesOutTheOutcome extends Rows {
        LeavesOutTheOutcome(PlainStorage right) {
            super(right);
        }

        @Override
        List<AuditRow> told(List<AuditRow> rows) {
            return rows.stream()
                    .map(each ->
                            new AuditRow(
                                    each.position(),
                                    each.atMillis(),
                                    new String(each.content(), StandardCharsets.UTF_8)
                                            .replaceAll("outcome=[A-Z]+", "")
                                            .getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    static final class TellsRowsBackwards extends Rows {
        TellsRowsBackwards(PlainStorage right) {
            super(right);
        }

        @Override
        List<AuditRow> told(List<AuditRow> rows) {
            return rows.reversed();
        }
    }

    static final class NeverSettles extends Rows {
        NeverSettles(PlainStorage right) {
            super(right);
        }

        @Override
        List<AuditRow> told(List<AuditRow> rows) {
            return rows;
        }

        @Override
        long settled(long right) {
            return 0;
        }
    }
}
