package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.hold.Holds;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Raffles;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is held of raffles' tickets. */
public record TicketHolds(Raffles raffles) implements Holds<TicketReservation> {
    /** Returns what settles purchases of tickets in {@code storage} that were interrupted. */
    public static HoldSweeper<TicketReservation> sweeper(GameStorage storage, InstantSource clock) {
        return new HoldSweeper<>(
                storage.players(), new TicketHolds(storage.raffles()), clock, "ticket-sweeper");
    }

    @Override
    public boolean settle(TicketReservation hold, boolean isPaid) {
        Optional<TicketReservation> after =
                isPaid
                        ? raffles.confirm(hold.player(), hold.operationId())
                        : raffles.release(hold.player(), hold.operationId());
        // What was paid for may have been given back since.
        Set<ReservationStep> wanted =
                isPaid
                        ? EnumSet.of(ReservationStep.SOLD, ReservationStep.REFUNDED)
                        : EnumSet.of(ReservationStep.RELEASED);
        return after.map(TicketReservation::step).filter(wanted::contains).isPresent();
    }

    @Override
    public List<TicketReservation> overdue(
            long untilMillis, @Nullable TicketReservation after, int limit) {
        return raffles.held(untilMillis, after, limit);
    }
}
