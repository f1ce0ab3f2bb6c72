package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.hold.HoldPayments;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StockLedger;

/**
 * Sells pieces of a supply that all players share: <em>reserve</em> in the ledger, <em>charge</em>
 * by a command of the player under the same operation id, then <em>confirm</em> or
 * <em>release</em>, as the command came out.
 *
 * <p>The player's operation is the one truth about a purchase; the reservation follows it. Whoever
 * is interrupted between the steps leaves a reservation behind, which a repeat of the purchase or
 * the {@link com.luckyfunatic.engine.hold.HoldSweeper} settles by the same rule. An unknown outcome
 * is never taken for a refusal: the reservation stays until the operation can be asked.
 *
 * <p>A purchase whose command was refused, or that expired, is over, and a repeat under its id gets
 * the first answer. Another attempt is another operation id. Thread-safe; calls block on the
 * storage.
 */
public final class StockSales {
    private final StockLedger ledger;
    private final HoldPayments<Reservation> payments;

    /** Sells in {@code engine}. */
    public StockSales(GameEngine engine) {
        ledger = engine.storage().stock();
        payments = new HoldPayments<>(engine, new StockHolds(ledger));
    }

    /**
     * Buys {@code quantity} pieces of {@code stock}, at most once under the purchase's operation
     * id.
     *
     * @param purchase the player's part, which pays and gets what is bought; it must have an
     *     operation id and a command that is {@link Durability#HARD}, for the sale outlives
     *     everything else
     * @param quantity how many pieces, 1 to {@link com.luckyfunatic.engine.amount.Amounts#MAX}
     * @param total how many pieces there are in all by the content in force
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part;
     *     whether it is bought is unknown then, and the same call may be repeated
     */
    public Sale buy(CommandEnvelope purchase, StockId stock, long quantity, long total) {
        Reservation wanted = wanted(purchase, stock, quantity);
        long now = purchase.nowMillis();
        return switch (ledger.reserve(wanted, total)) {
            case ReserveOutcome.SoldOut(long left) -> new Sale.SoldOut(left);
            case ReserveOutcome.Reserved(Reservation held) ->
                    new Sale.Decided(payments.pay(held, now, purchase.actor()));
            case ReserveOutcome.Known(Reservation known) ->
                    new Sale.Decided(
                            known.hasSameIntent(wanted)
                                    ? payments.payAgain(known, now, purchase.actor())
                                    : Answer.operationIdReused(now));
        };
    }

    private static Reservation wanted(CommandEnvelope purchase, StockId stock, long quantity) {
        PlayerId player = purchase.player();
        OperationId operation = purchase.operationId();
        Command command = purchase.command();
        if (operation == null || command.durability() != Durability.HARD) {
            throw new IllegalArgumentException(
                    "a purchase from stock is hard and has an operation id, was " + purchase);
        }
        long until = purchase.nowMillis() + Hold.TIME.toMillis();
        return new Reservation(player, operation, stock, quantity, command, until);
    }
}
