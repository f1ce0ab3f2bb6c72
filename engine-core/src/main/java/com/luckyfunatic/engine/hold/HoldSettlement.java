package com.luckyfunatic.engine.hold;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StorageCorruptException;

/** The last step of a payment: the hold follows what the player's command came to. */
final class HoldSettlement {
    private HoldSettlement() {}

    /**
     * Keeps what is held if the command was carried out, and gives it back if it cannot be any
     * more. Again is no error.
     *
     * @param answer the first answer to the command under the hold's operation id
     * @throws StorageCorruptException when the store has decided otherwise: a broken promise
     */
    static <H extends Hold> void follow(Holds<H> holds, H hold, Answer answer) {
        boolean isPaid = answer.outcome() instanceof Outcome.Accepted;
        if (!holds.settle(hold, isPaid)) {
            throw new StorageCorruptException(
                    "operation "
                            + hold.operationId()
                            + " of player "
                            + hold.player()
                            + " came to "
                            + answer.outcome().getClass().getSimpleName()
                            + ", what was held for it has not followed: "
                            + hold);
        }
    }

    /**
     * Returns what the payment of a hold that was made earlier came to.
     *
     * @param answer what the same command got under the operation id now. Another build may write
     *     the command in another form, and then it looks like another command: what is known of the
     *     operation counts, if it gave what this payment gives. Anything else was done under the
     *     same id, and pays for nothing
     */
    static Answer firstAnswer(PlayerStore players, Hold earlier, Answer answer) {
        if (earlier.isReleased() || !(answer.outcome() instanceof Outcome.OperationIdReused)) {
            return answer;
        }
        return players.operation(earlier.player(), earlier.operationId())
                .filter(known -> isOf(earlier, known))
                .orElse(answer);
    }

    private static boolean isOf(Hold hold, Answer known) {
        return known.outcome() instanceof Outcome.Accepted(Result result)
                && hold.payment().gives(result);
    }
}
