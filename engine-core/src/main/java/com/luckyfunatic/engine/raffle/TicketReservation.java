package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.ReservationStep;

/**
 * Tickets that are held for one purchase, or were.
 *
 * @param player who buys
 * @param operationId the player's name for the purchase; there is one reservation for it, for ever
 * @param command the player's part of the purchase, which is carried out under the same id
 * @param untilMillis from this moment on the command is refused if it was not decided before, epoch
 *     milliseconds; at the latest when the raffle closes
 * @param step what has become of it
 * @param first the number of the first ticket once they are sold, also when their price was given
 *     back; 0 before, and if they never are
 */
public record TicketReservation(
        PlayerId player,
        OperationId operationId,
        RaffleCommand.BuyTickets command,
        long untilMillis,
        ReservationStep step,
        int first)
        implements Hold {
    /** A reservation that is to be made. */
    public TicketReservation(
            PlayerId player,
            OperationId operationId,
            RaffleCommand.BuyTickets command,
            long untilMillis) {
        this(player, operationId, command, untilMillis, ReservationStep.RESERVED, 0);
    }

    @Override
    public RaffleCommand.BuyTickets payment() {
        return command;
    }

    @Override
    public boolean isReleased() {
        return step == ReservationStep.RELEASED;
    }

    /** Returns of which raffle. */
    public RaffleId raffle() {
        return command.raffle();
    }

    /** Returns how many tickets. */
    public int quantity() {
        return command.quantity();
    }

    /** Returns whether it is not decided. */
    public boolean isHeld() {
        return step == ReservationStep.RESERVED;
    }

    /** Returns it sold, with the numbers from {@code firstTicket} on. */
    public TicketReservation sold(int firstTicket) {
        return new TicketReservation(
                player, operationId, command, untilMillis, ReservationStep.SOLD, firstTicket);
    }

    /** Returns it sold, and its price given back. */
    public TicketReservation refunded() {
        return new TicketReservation(
                player, operationId, command, untilMillis, ReservationStep.REFUNDED, first);
    }

    /** Returns it given back. */
    public TicketReservation released() {
        return new TicketReservation(
                player, operationId, command, untilMillis, ReservationStep.RELEASED, 0);
    }
}
