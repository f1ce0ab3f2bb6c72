package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StockLedger;
import java.time.Duration;

/**
 * Sells pieces of a supply that all players share: <em>reserve</em> in the ledger, <em>charge</em>
 * by a command of the player under the same operation id, then <em>confirm</em> or
 * <em>release</em>, as the command came out.
 *
 * <p>The player's operation is the one truth about a purchase; the reservation follows it. Whoever
 * is interrupted between the steps leaves a reservation behind, which a repeat of the purchase or
 * the {@link StockSweeper} settles by the same rule. An unknown outcome is never taken for a
 * refusal: the reservation stays until the operation can be asked.
 *
 * <p>A purchase whose command was refused, or that expired, is over, and a repeat under its id gets
 * the first answer. Another attempt is another operation id. Thread-safe; calls block on the
 * storage.
 */
public final class StockSales {
    /**
     * How long pieces are held for a purchase under way: far longer than any answer takes, so that
     * whoever repeats after a failure still finds them.
     */
    public static final Duration HOLD = Duration.ofMinutes(1);

    private final GameEngine engine;

    /** Sells in {@code engine}. */
    public StockSales(GameEngine engine) {
        this.engine = engine;
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
        return switch (ledger().reserve(wanted, total)) {
            case ReserveOutcome.SoldOut(long left) -> new Sale.SoldOut(left);
            case ReserveOutcome.Reserved(Reservation held) ->
                    settled(held, charge(purchase, held, held.untilMillis()));
            case ReserveOutcome.Known(Reservation known) ->
                    known.hasSameIntent(wanted)
                            ? settled(
                                    known,
                                    StockSettlement.firstAnswer(
                                            engine.storage().players(),
                                            known,
                                            charge(purchase, known, limit(purchase, known))))
                            : new Sale.Decided(Answer.operationIdReused(purchase.nowMillis()));
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
        long until = purchase.nowMillis() + HOLD.toMillis();
        return new Reservation(player, operation, stock, quantity, command, until);
    }

    /**
     * A purchase that is over must not be decided anew, although its refusal may be forgotten: a
     * refusal is soft, and the pieces have gone to others.
     */
    private static long limit(CommandEnvelope purchase, Reservation known) {
        return known.state() == ReservationStep.RELEASED
                ? Math.min(known.untilMillis(), purchase.nowMillis())
                : known.untilMillis();
    }

    private Answer charge(CommandEnvelope purchase, Reservation held, long limitMillis) {
        return engine.execute(
                new CommandEnvelope(
                        held.player(),
                        held.operationId(),
                        purchase.nowMillis(),
                        purchase.actor(),
                        purchase.command(),
                        limitMillis));
    }

    private Sale settled(Reservation held, Answer answer) {
        StockSettlement.follow(ledger(), held, answer);
        return new Sale.Decided(answer);
    }

    private StockLedger ledger() {
        return engine.storage().stock();
    }
}
