package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.platform.PlatformResult.TransferTaken;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What players and the platform do with transfers; {@link TransferSender} does the rest.
 * Thread-safe; calls block on the storage.
 */
public final class Transfers {
    private final GameEngine engine;
    private final RandomGenerator fences;

    /**
     * Transfers from the players of {@code engine}.
     *
     * @param fences thread-safe, and gives numbers that nobody else's gives
     */
    public Transfers(GameEngine engine, RandomGenerator fences) {
        this.engine = engine;
        this.fences = fences;
    }

    /**
     * Takes items from a player and puts them into the outbox.
     *
     * @param envelope with a {@link com.luckyfunatic.engine.platform.PlatformCommand.TransferItems}
     * @throws StorageException when it is not known whether the items were taken
     */
    public Answer request(CommandEnvelope envelope) {
        Answer answer = engine.execute(envelope);
        if (answer.outcome() instanceof Outcome.Accepted(TransferTaken(Transfer transfer))) {
            try {
                outbox().add(OutgoingTransfer.open(transfer));
            } catch (StorageException e) {
                // Taken is taken: the follow-up of the same step puts it there. This was only so
                // that the player sees it at once.
                return answer;
            }
        }
        return answer;
    }

    /**
     * What was made of the platform's word.
     *
     * @param row the transfer
     * @param contradicts whether it failed before, and this is the first time that the platform
     *     says otherwise: both sides may have the items
     */
    public record Told(OutgoingTransfer row, boolean contradicts) {}

    /**
     * Confirms a transfer because the platform says so by itself; again is no error.
     *
     * @return the transfer afterwards: it is confirmed unless it had failed before, which stays and
     *     is noted; empty when there is none
     */
    public Optional<Told> confirm(TransferId id) {
        return new PlatformWord(outbox(), fences).confirmed(id);
    }

    private TransferOutbox outbox() {
        return engine.storage().transferOutbox();
    }
}
