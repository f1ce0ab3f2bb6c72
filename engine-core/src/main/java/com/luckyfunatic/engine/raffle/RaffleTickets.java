package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.hold.HoldPayments;
import com.luckyfunatic.engine.storage.Raffles;
import java.util.Optional;

/**
 * Sells tickets: <em>reserve</em> them in the raffle, <em>charge</em> the player under the same
 * operation id, then <em>confirm</em> or <em>release</em>, as the command came out.
 *
 * <p>The player's operation is the one truth about a purchase. Whoever is interrupted leaves a
 * reservation behind, which a repeat or the {@link com.luckyfunatic.engine.hold.HoldSweeper}
 * settles. No reservation lasts longer than the raffle is open, and the list of tickets is not
 * frozen while there is one: so a ticket that was paid for before the end is always in the list,
 * and none comes later.
 *
 * <p>A purchase whose command was refused, or that expired, is over, and a repeat under its id gets
 * the first answer. Thread-safe; calls block on the storage.
 */
public final class RaffleTickets {
    private final GameEngine engine;
    private final HoldPayments<TicketReservation> payments;

    /** Sells in {@code engine}. */
    public RaffleTickets(GameEngine engine) {
        this.engine = engine;
        payments = new HoldPayments<>(engine, new TicketHolds(engine.storage().raffles()));
    }

    /**
     * Buys tickets, at most once under the purchase's operation id. They are reserved only for whom
     * the rules let buy them now, so that nobody holds the last ones who cannot pay; such a refusal
     * leaves nothing behind, and the same id may be used again.
     *
     * @param purchase with a {@link RaffleCommand.BuyTickets} on the terms of its raffle, and an
     *     operation id
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part;
     *     whether they are bought is unknown then, and the same call may be repeated
     */
    public TicketSale buy(CommandEnvelope purchase) {
        TicketReservation wanted = wanted(purchase);
        Optional<TicketReservation> known =
                raffles().reservation(wanted.player(), wanted.operationId());
        if (known.isPresent()) {
            return again(purchase, wanted, known.get());
        }
        if (!wanted.command().terms().isOpen(purchase.nowMillis())) {
            return new TicketSale.NotSold(notOpen(wanted));
        }
        Answer preview = engine.preview(purchase);
        if (!(preview.outcome() instanceof Outcome.Accepted)) {
            return new TicketSale.Decided(preview);
        }
        return switch (raffles().reserve(wanted)) {
            case TicketOutcome.NotReserved(RaffleRefusal reason) -> new TicketSale.NotSold(reason);
            case TicketOutcome.Reserved(TicketReservation held) ->
                    new TicketSale.Decided(
                            payments.pay(held, purchase.nowMillis(), purchase.actor()));
            case TicketOutcome.Known(TicketReservation early) -> again(purchase, wanted, early);
        };
    }

    private static RaffleRefusal notOpen(TicketReservation wanted) {
        RaffleTerms terms = wanted.command().terms();
        return new RaffleRefusal.RaffleNotOpen(terms.opensAtMillis(), terms.closesAtMillis());
    }

    private static TicketReservation wanted(CommandEnvelope purchase) {
        OperationId operation = purchase.operationId();
        if (operation == null
                || !(purchase.command() instanceof RaffleCommand.BuyTickets command)) {
            throw new IllegalArgumentException(
                    "a purchase of tickets has an operation id, was " + purchase);
        }
        long until =
                Math.min(
                        purchase.nowMillis() + Hold.TIME.toMillis(),
                        command.terms().closesAtMillis());
        return new TicketReservation(purchase.player(), operation, command, until);
    }

    private TicketSale again(
            CommandEnvelope purchase, TicketReservation wanted, TicketReservation known) {
        long now = purchase.nowMillis();
        return new TicketSale.Decided(
                known.command().equals(wanted.command())
                        ? payments.payAgain(known, now, purchase.actor())
                        : Answer.operationIdReused(now));
    }

    private Raffles raffles() {
        return engine.storage().raffles();
    }
}
