package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.Tournaments;
import java.util.Optional;

/** The last step of an entry: the seat follows what the player's payment came to. */
final class EntrySettlement {
    private EntrySettlement() {}

    /**
     * Confirms the seat if it was paid for, and gives it back if it cannot be any more. Again is no
     * error.
     *
     * @param answer the first answer to the payment under the entry's operation id
     * @throws StorageCorruptException when the store has decided otherwise: a broken promise
     */
    static void follow(Tournaments tournaments, TournamentEntry entry, Answer answer) {
        boolean isPaid = answer.outcome() instanceof Outcome.Accepted;
        Optional<EntryStep> step =
                isPaid
                        ? tournaments.confirm(entry.player(), entry.operationId())
                        : tournaments.release(entry.player(), entry.operationId());
        if (step.isEmpty() || step.get() == EntryStep.HELD || step.get().isPaid() != isPaid) {
            throw new StorageCorruptException(
                    "operation "
                            + entry.operationId()
                            + " of player "
                            + entry.player()
                            + " came to "
                            + answer.outcome().getClass().getSimpleName()
                            + ", its entry in "
                            + entry.tournament()
                            + " to "
                            + step.map(Enum::name).orElse("nothing"));
        }
    }

    /**
     * Returns what the operation of an entry that was made earlier came to, whatever form another
     * build writes the command in.
     *
     * @param answer what the same command got under the operation id now
     */
    static Answer firstAnswer(PlayerStore players, TournamentEntry entry, Answer answer) {
        return answer.outcome() instanceof Outcome.OperationIdReused
                ? players.operation(entry.player(), entry.operationId()).orElse(answer)
                : answer;
    }
}
