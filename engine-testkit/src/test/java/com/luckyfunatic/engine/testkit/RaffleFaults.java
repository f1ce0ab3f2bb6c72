package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.raffle.TicketOutcome;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.storage.Raffles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Stores of raffles that do one thing wrong. */
final class RaffleFaults {
    private RaffleFaults() {}

    /** Hands everything on to a right one. */
    abstract static class BrokenRaffles extends BrokenStorage implements Raffles {
        BrokenRaffles(PlainStorage right) {
            super(right);
        }

        Raffles all() {
            return right.raffles();
        }

        @Override
        public final Raffles raffles() {
            return this;
        }

        @Override
        public boolean create(RaffleDefinition definition, RaffleSecrets secrets) {
            return all().create(definition, secrets);
        }

        @Override
        public Optional<Raffle> find(RaffleId raffle) {
            return all().find(raffle);
        }

        @Override
        public List<Raffle> list(@Nullable Raffle after, int limit) {
            return all().list(after, limit);
        }

        @Override
        public List<Raffle> unfinished(long closesUntilMillis, @Nullable Raffle after, int limit) {
            return all().unfinished(closesUntilMillis, after, limit);
        }

        @Override
        public TicketOutcome reserve(TicketReservation wanted) {
            return all().reserve(wanted);
        }

        @Override
        public Optional<TicketReservation> confirm(PlayerId player, OperationId operationId) {
            return all().confirm(player, operationId);
        }

        @Override
        public Optional<TicketReservation> release(PlayerId player, OperationId operationId) {
            return all().release(player, operationId);
        }

        @Override
        public Optional<TicketReservation> reservation(PlayerId player, OperationId operationId) {
            return all().reservation(player, operationId);
        }

        @Override
        public List<TicketReservation> held(
                long untilMillis, @Nullable TicketReservation after, int limit) {
            return all().held(untilMillis, after, limit);
        }

        @Override
        public int ticketsHeld(RaffleId raffle, PlayerId player) {
            return all().ticketsHeld(raffle, player);
        }

        @Override
        public List<SoldTickets> tickets(RaffleId raffle, int after, int limit) {
            return all().tickets(raffle, after, limit);
        }

        @Override
        public List<SoldTickets> ticketsOf(RaffleId raffle, PlayerId player, int after, int limit) {
            return all().ticketsOf(raffle, player, after, limit);
        }

        @Override
        public void close(RaffleId raffle) {
            all().close(raffle);
        }

        @Override
        public void freeze(RaffleId raffle, String listHash, int tickets) {
            all().freeze(raffle, listHash, tickets);
        }

        @Override
        public void draw(RaffleId raffle, List<RaffleWinner> winners) {
            all().draw(raffle, winners);
        }

        @Override
        public List<RaffleWinner> winners(RaffleId raffle) {
            return all().winners(raffle);
        }

        @Override
        public void cancel(RaffleId raffle) {
            all().cancel(raffle);
        }

        @Override
        public List<Raffle> cancelled(@Nullable Raffle after, int limit) {
            return all().cancelled(after, limit);
        }

        @Override
        public List<TicketReservation> refundable(RaffleId raffle, int after, int limit) {
            return all().refundable(raffle, after, limit);
        }

        @Override
        public Optional<TicketReservation> refund(PlayerId player, OperationId operationId) {
            return all().refund(player, operationId);
        }

        @Override
        public void markPaid(RaffleId raffle, int place) {
            all().markPaid(raffle, place);
        }

        @Override
        public void finish(RaffleId raffle) {
            all().finish(raffle);
        }
    }

    static final class FreezesWhileTicketsAreHeld extends BrokenRaffles {
        FreezesWhileTicketsAreHeld(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<Raffle> find(RaffleId raffle) {
            return all().find(raffle).map(each -> each.counting(0, each.sold(), each.players()));
        }

        @Override
        public void freeze(RaffleId raffle, String listHash, int tickets) {
            for (TicketReservation each : all().held(Long.MAX_VALUE, null, 100)) {
                if (each.raffle().equals(raffle)) {
                    all().release(each.player(), each.operationId());
                }
            }
            all().freeze(raffle, listHash, tickets);
        }
    }

    static final class ForgetsTheLimit extends BrokenRaffles {
        private final AtomicLong strangers = new AtomicLong(1L << 60);

        ForgetsTheLimit(PlainStorage right) {
            super(right);
        }

        @Override
        public TicketOutcome reserve(TicketReservation wanted) {
            TicketOutcome outcome = all().reserve(wanted);
            if (!(outcome instanceof TicketOutcome.NotReserved)) {
                return outcome;
            }
            TicketReservation another =
                    new TicketReservation(
                            new PlayerId(strangers.incrementAndGet()),
                            wanted.operationId(),
                            wanted.command(),
                            wanted.untilMillis());
            return all().reserve(another) instanceof TicketOutcome.Reserved
                    ? new TicketOutcome.Reserved(wanted)
                    : outcome;
        }
    }

    static final class SellsWhatWasReleased extends BrokenRaffles {
        SellsWhatWasReleased(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<TicketReservation> confirm(PlayerId player, OperationId operationId) {
            return all().confirm(player, operationId)
                    .map(each -> each.first() == 0 ? each.sold(1) : each);
        }
    }

    static final class NumbersTicketsFromZero extends BrokenRaffles {
        NumbersTicketsFromZero(PlainStorage right) {
            super(right);
        }

        @Override
        public List<SoldTickets> tickets(RaffleId raffle, int after, int limit) {
            return all().tickets(raffle, after, limit).stream()
                    .map(each -> new SoldTickets(each.first() - 1, each.count(), each.player()))
                    .toList();
        }
    }

    static final class DrawsAgain extends BrokenRaffles {
        private volatile List<RaffleWinner> last = List.of();

        DrawsAgain(PlainStorage right) {
            super(right);
        }

        @Override
        public void draw(RaffleId raffle, List<RaffleWinner> winners) {
            all().draw(raffle, winners);
            last = winners;
        }

        @Override
        public List<RaffleWinner> winners(RaffleId raffle) {
            return all().winners(raffle).isEmpty() ? List.of() : last;
        }
    }

    static final class ForgetsWhoIsPaid extends BrokenRaffles {
        ForgetsWhoIsPaid(PlainStorage right) {
            super(right);
        }

        @Override
        public void markPaid(RaffleId raffle, int place) {}
    }

    static final class CancelsWhatIsDrawn extends BrokenRaffles {
        private final Set<RaffleId> cancelled = ConcurrentHashMap.newKeySet();

        CancelsWhatIsDrawn(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<Raffle> find(RaffleId raffle) {
            return all().find(raffle)
                    .map(each ->
                            cancelled.contains(raffle)
                                    ? each.at(each.step(), RaffleStep.CANCELLED)
                                    : each);
        }

        @Override
        public void cancel(RaffleId raffle) {
            all().cancel(raffle);
            cancelled.add(raffle);
        }
    }

    static final class ForgetsWhatWasGivenBack extends BrokenRaffles {
        ForgetsWhatWasGivenBack(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<TicketReservation> refund(PlayerId player, OperationId operationId) {
            return all().reservation(player, operationId);
        }
    }

    static final class ListsTheFirstFirst extends BrokenRaffles {
        ListsTheFirstFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public List<Raffle> list(@Nullable Raffle after, int limit) {
            return all().list(after, limit).reversed();
        }
    }

    /** Every opening starts with nothing. */
    static final class LosesEverythingWhenClosed extends BrokenRaffles {
        private final Raffles own = new ModelRaffles();

        LosesEverythingWhenClosed(PlainStorage right) {
            super(right);
        }

        @Override
        Raffles all() {
            return own;
        }
    }
}
