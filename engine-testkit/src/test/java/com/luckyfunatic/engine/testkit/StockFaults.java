package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.ReserveOutcome;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.storage.StockLedger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Ledgers of stock that do one thing wrong. */
final class StockFaults {
    private StockFaults() {}

    /** Hands everything on to a right one. */
    abstract static class BrokenStock extends BrokenStorage implements StockLedger {
        private final AtomicLong others = new AtomicLong();

        BrokenStock(PlainStorage right) {
            super(right);
        }

        StockLedger ledger() {
            return right.stock();
        }

        /** The same wish under a name that nobody has used. */
        final Reservation byAnother(Reservation wanted) {
            return new Reservation(
                    wanted.player(),
                    new OperationId(wanted.operationId() + " " + others.incrementAndGet()),
                    wanted.stock(),
                    wanted.quantity(),
                    wanted.command(),
                    wanted.untilMillis());
        }

        @Override
        public final StockLedger stock() {
            return this;
        }

        @Override
        public ReserveOutcome reserve(Reservation wanted, long total) {
            return ledger().reserve(wanted, total);
        }

        @Override
        public Optional<ReservationStep> confirm(PlayerId player, OperationId operationId) {
            return ledger().confirm(player, operationId);
        }

        @Override
        public Optional<ReservationStep> release(PlayerId player, OperationId operationId) {
            return ledger().release(player, operationId);
        }

        @Override
        public Optional<Reservation> find(PlayerId player, OperationId operationId) {
            return ledger().find(player, operationId);
        }

        @Override
        public StockLevel level(StockId stock) {
            return ledger().level(stock);
        }

        @Override
        public List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit) {
            return ledger().open(untilMillis, after, limit);
        }
    }

    static final class SellsOneTooMany extends BrokenStock {
        SellsOneTooMany(PlainStorage right) {
            super(right);
        }

        @Override
        public ReserveOutcome reserve(Reservation wanted, long total) {
            return ledger().reserve(wanted, total + 1);
        }
    }

    static final class LooksBeforeItTakes extends BrokenStock {
        LooksBeforeItTakes(PlainStorage right) {
            super(right);
        }

        @Override
        public ReserveOutcome reserve(Reservation wanted, long total) {
            boolean enough = level(wanted.stock()).left(total) >= wanted.quantity();
            meetAnother();
            return ledger().reserve(wanted, enough ? Amounts.MAX : total);
        }
    }

    static final class HoldsAgainOnARepeat extends BrokenStock {
        HoldsAgainOnARepeat(PlainStorage right) {
            super(right);
        }

        @Override
        public ReserveOutcome reserve(Reservation wanted, long total) {
            ReserveOutcome outcome = ledger().reserve(wanted, total);
            if (outcome instanceof ReserveOutcome.Known) {
                ledger().reserve(byAnother(wanted), total);
            }
            return outcome;
        }
    }

    static final class KeepsWhoFoundNothing extends BrokenStock {
        KeepsWhoFoundNothing(PlainStorage right) {
            super(right);
        }

        @Override
        public ReserveOutcome reserve(Reservation wanted, long total) {
            ReserveOutcome outcome = ledger().reserve(wanted, total);
            if (outcome instanceof ReserveOutcome.SoldOut) {
                ledger().reserve(wanted, Amounts.MAX);
                ledger().release(wanted.player(), wanted.operationId());
            }
            return outcome;
        }
    }

    static final class SellsWhatWasReleased extends BrokenStock {
        SellsWhatWasReleased(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<ReservationStep> confirm(PlayerId player, OperationId operationId) {
            Optional<ReservationStep> state = ledger().confirm(player, operationId);
            return state.map(_ -> ReservationStep.SOLD);
        }
    }

    static final class TakesBackWhatWasSold extends BrokenStock {
        TakesBackWhatWasSold(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<ReservationStep> release(PlayerId player, OperationId operationId) {
            Optional<ReservationStep> state = ledger().release(player, operationId);
            return state.map(_ -> ReservationStep.RELEASED);
        }
    }

    static final class TellsTheLatestFirst extends BrokenStock {
        TellsTheLatestFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit) {
            return ledger().open(untilMillis, after, limit).reversed();
        }
    }

    static final class SkipsTies extends BrokenStock {
        SkipsTies(PlainStorage right) {
            super(right);
        }

        @Override
        public List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit) {
            return ledger().open(untilMillis, after, limit).stream()
                    .filter(each -> after == null || each.untilMillis() > after.untilMillis())
                    .toList();
        }
    }

    /** Every opening starts with nothing sold or held. */
    static final class LosesEverythingWhenClosed extends BrokenStock {
        private final StockLedger own = new ModelStock();

        LosesEverythingWhenClosed(PlainStorage right) {
            super(right);
        }

        @Override
        StockLedger ledger() {
            return own;
        }
    }
}
