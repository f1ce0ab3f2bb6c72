package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.hold.RefundRound;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Raffles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cancels raffles, and gives everyone the price of the tickets back, once: by a command of the
 * player under an operation id made of the ticket's number, which is carried out once, however
 * often it is tried. Whoever dies in between is followed by another that goes on where the
 * purchases say. A purchase that is under way when the raffle is cancelled comes to its end first.
 *
 * <p>Any number of them may run at once. Thread-safe; calls block on the storage.
 */
public final class RaffleRefunds {
    private static final Actor REFUNDS = new Actor.Job("raffle-refunds");

    private final GameEngine engine;

    /** Gives back to players of {@code engine}. */
    public RaffleRefunds(GameEngine engine) {
        this.engine = engine;
    }

    /** What came of cancelling a raffle. */
    public enum Cancellation {
        /** It is cancelled now; {@link #refund} gives the prices back. */
        CANCELLED,
        /** It was cancelled before. */
        ALREADY_CANCELLED,
        /** Its winners are drawn. */
        TOO_LATE,
        /** There is no such raffle. */
        UNKNOWN
    }

    /** Cancels a raffle, of which nobody is drawn any more. */
    public Cancellation cancel(RaffleId id) {
        RaffleStep before = step(id);
        if (before == null) {
            return Cancellation.UNKNOWN;
        }
        if (before.isCancelled()) {
            return Cancellation.ALREADY_CANCELLED;
        }
        raffles().cancel(id);
        RaffleStep after = step(id);
        return after != null && after.isCancelled()
                ? Cancellation.CANCELLED
                : Cancellation.TOO_LATE;
    }

    private @Nullable RaffleStep step(RaffleId id) {
        return raffles().find(id).map(Raffle::step).orElse(null);
    }

    /** Gives back as much as one round of a job does, see {@link #refund(int)}. */
    public int refund() {
        return refund(RefundRound.MOST);
    }

    /**
     * Gives back what players have paid for tickets of cancelled raffles. One to whom that fails
     * now keeps nobody else waiting, and comes again with the next call, as what is beyond {@code
     * most} does.
     *
     * @return for how many purchases it was given back
     * @throws RuntimeException what the first that failed threw, after the others were served
     */
    public int refund(int most) {
        RefundRound round = new RefundRound(engine, REFUNDS, most);
        List<Raffle> page = raffles().cancelled(null, Page.LIMIT_MAX);
        while (!page.isEmpty() && !round.isFull()) {
            page.forEach(each -> refund(each, round));
            page = raffles().cancelled(page.getLast(), Page.LIMIT_MAX);
        }
        return round.finish();
    }

    private void refund(Raffle raffle, RefundRound round) {
        int after = 0;
        List<TicketReservation> page = raffles().refundable(raffle.id(), after, Page.LIMIT_MAX);
        while (!page.isEmpty()) {
            for (TicketReservation each : page) {
                if (round.isFull()) {
                    return;
                }
                refund(each, round);
            }
            after = page.getLast().first();
            page = raffles().refundable(raffle.id(), after, Page.LIMIT_MAX);
        }
        // It is over when nothing is left, which the storage knows best.
        round.attempt(() -> raffles().finish(raffle.id()));
    }

    private void refund(TicketReservation sold, RefundRound round) {
        RaffleTerms terms = sold.command().terms();
        round.give(
                sold.player(),
                sold.raffle().refundOperation(sold.first()),
                new RaffleCommand.RefundTickets(
                        sold.raffle(),
                        sold.first(),
                        sold.quantity(),
                        terms.currency(),
                        Math.multiplyExact(terms.price(), sold.quantity())),
                () -> raffles().refund(sold.player(), sold.operationId()));
    }

    private Raffles raffles() {
        return engine.storage().raffles();
    }
}
