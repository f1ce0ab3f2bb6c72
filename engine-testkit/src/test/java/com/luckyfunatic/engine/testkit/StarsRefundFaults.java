package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.storage.StarsRefunds;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores of plans that ask for Stars that do one thing wrong. */
final class StarsRefundFaults {
    private StarsRefundFaults() {}

    abstract static class Refunds extends BrokenStorage implements StarsRefunds {
        Refunds(PlainStorage right) {
            super(right);
        }

        final StarsRefunds refunds() {
            return right.starsRefunds();
        }

        @Override
        public final StarsRefunds starsRefunds() {
            return this;
        }

        @Override
        public Optional<StarsRefund> find(String chargeId) {
            return refunds().find(chargeId);
        }

        @Override
        public boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
            return refunds().replace(seen, next);
        }

        final @Nullable StarsRefund now(StarsRefund next) {
            return refunds().find(next.chargeId()).orElse(null);
        }
    }

    static final class PutsTheLastOne extends Refunds {
        PutsTheLastOne(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
            return super.replace(seen == null ? now(next) : seen, next);
        }
    }

    static final class LooksAtThePlanAlone extends Refunds {
        LooksAtThePlanAlone(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
            StarsRefund now = now(next);
            boolean isItsPlan =
                    now != null && seen != null && now.operation().equals(seen.operation());
            return super.replace(isItsPlan ? now : seen, next);
        }
    }

    static final class RefusesItsOwnAgain extends Refunds {
        RefusesItsOwnAgain(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
            return !next.equals(now(next)) && super.replace(seen, next);
        }
    }

    /** Compares like the collation of many a database. */
    static final class FoldsPayments extends Refunds {
        FoldsPayments(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<StarsRefund> find(String chargeId) {
            return super.find(folded(chargeId));
        }

        @Override
        public boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
            return super.replace(
                    seen,
                    new StarsRefund(
                            next.revision(),
                            folded(next.chargeId()),
                            next.operation(),
                            next.player(),
                            next.unanswered(),
                            next.askedAtMillis(),
                            next.heldUntilMillis(),
                            next.end()));
        }

        private static String folded(String chargeId) {
            return chargeId.toLowerCase(Locale.ROOT).strip();
        }
    }

    /** Of two at once, both find what they have seen. */
    static final class LooksAndThenPuts extends Refunds {
        LooksAndThenPuts(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
            StarsRefund now = now(next);
            boolean isSeen = Objects.equals(now, seen);
            meetAnother();
            if (isSeen) {
                super.replace(now(next), next);
            }
            return isSeen;
        }
    }
}
