package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.util.Optional;

/** The last step of a purchase: the reservation follows what the player's command came to. */
final class StockSettlement {
    private StockSettlement() {}

    /**
     * Sells what is held if the command was carried out, and gives it back if it cannot be any
     * more. Again is no error.
     *
     * @param answer the first answer to the command under the reservation's operation id
     * @throws StorageCorruptException when the ledger has decided otherwise: a broken promise
     */
    static void follow(StockLedger ledger, Reservation reservation, Answer answer) {
        boolean isSold = answer.outcome() instanceof Outcome.Accepted;
        Optional<ReservationStep> state =
                isSold
                        ? ledger.confirm(reservation.player(), reservation.operationId())
                        : ledger.release(reservation.player(), reservation.operationId());
        ReservationStep wanted = isSold ? ReservationStep.SOLD : ReservationStep.RELEASED;
        if (state.isEmpty() || state.get() != wanted) {
            throw new StorageCorruptException(
                    "operation "
                            + reservation.operationId()
                            + " of player "
                            + reservation.player()
                            + " came to "
                            + answer.outcome().getClass().getSimpleName()
                            + ", its reservation of "
                            + reservation.stock()
                            + " to "
                            + state.map(Enum::name).orElse("nothing"));
        }
    }

    /**
     * Returns what the operation of a reservation that was made earlier came to.
     *
     * @param answer what the same command got under the operation id now. Another build may write
     *     the command in another form, and then it looks like another command: what is known of the
     *     operation counts
     */
    static Answer firstAnswer(PlayerStore players, Reservation earlier, Answer answer) {
        return answer.outcome() instanceof Outcome.OperationIdReused
                ? players.operation(earlier.player(), earlier.operationId()).orElse(answer)
                : answer;
    }
}
