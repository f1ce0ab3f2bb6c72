package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.util.Optional;

/** The last step of a purchase: the reservation follows what the player's command came to. */
final class TicketSettlement {
    private TicketSettlement() {}

    /**
     * Sells what is held if the command was carried out, and gives it back if it cannot be any
     * more. Again is no error.
     *
     * @param answer the first answer to the command under the reservation's operation id
     * @throws StorageCorruptException when the raffle has decided otherwise: a broken promise
     */
    static void follow(Raffles raffles, TicketReservation held, Answer answer) {
        boolean isSold = answer.outcome() instanceof Outcome.Accepted;
        Optional<TicketReservation> after =
                isSold
                        ? raffles.confirm(held.player(), held.operationId())
                        : raffles.release(held.player(), held.operationId());
        ReservationStep wanted = isSold ? ReservationStep.SOLD : ReservationStep.RELEASED;
        if (after.isEmpty() || after.get().step() != wanted) {
            throw new StorageCorruptException(
                    "operation "
                            + held.operationId()
                            + " of player "
                            + held.player()
                            + " came to "
                            + answer.outcome().getClass().getSimpleName()
                            + ", its tickets to "
                            + after.map(each -> each.step().name()).orElse("nothing"));
        }
    }

    /**
     * Returns what the operation of a reservation that was made earlier came to.
     *
     * @param answer what the same command got under the operation id now; another build may write
     *     the command in another form, and then what is known of the operation counts
     */
    static Answer firstAnswer(PlayerStore players, TicketReservation earlier, Answer answer) {
        return answer.outcome() instanceof Outcome.OperationIdReused
                ? players.operation(earlier.player(), earlier.operationId()).orElse(answer)
                : answer;
    }
}
