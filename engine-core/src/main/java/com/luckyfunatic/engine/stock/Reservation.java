package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * Pieces of a supply that are held for one purchase, or were.
 *
 * @param player who buys
 * @param operationId the player's name for the purchase; there is one reservation for it, for ever
 * @param stock of which supply
 * @param quantity how many pieces, 1 to {@link Amounts#MAX}
 * @param command the player's part of the purchase, which is carried out under the same id
 * @param untilMillis from this moment on the command is refused if it was not decided before, epoch
 *     milliseconds
 * @param state what has become of it
 */
public record Reservation(
        PlayerId player,
        OperationId operationId,
        StockId stock,
        long quantity,
        Command command,
        long untilMillis,
        ReservationStep state)
        implements Hold {
    /** Checks the range. */
    public Reservation {
        if (quantity < 1 || quantity > Amounts.MAX) {
            throw new IllegalArgumentException(
                    "quantity must be 1 to " + Amounts.MAX + ", was " + quantity);
        }
    }

    /** A reservation that is to be made. */
    public Reservation(
            PlayerId player,
            OperationId operationId,
            StockId stock,
            long quantity,
            Command command,
            long untilMillis) {
        this(player, operationId, stock, quantity, command, untilMillis, ReservationStep.RESERVED);
    }

    @Override
    public Command payment() {
        return command;
    }

    @Override
    public boolean isReleased() {
        return state == ReservationStep.RELEASED;
    }

    /** Returns whether {@code other} is for the same purchase, however far either has come. */
    public boolean hasSameIntent(Reservation other) {
        return player.equals(other.player)
                && operationId.equals(other.operationId)
                && stock.equals(other.stock)
                && quantity == other.quantity
                && command.intent().equals(other.command.intent());
    }

    /** Returns it as it is in {@code newState}. */
    public Reservation in(ReservationStep newState) {
        return new Reservation(
                player, operationId, stock, quantity, command, untilMillis, newState);
    }
}
