package com.luckyfunatic.engine;

import com.luckyfunatic.engine.platform.PlatformCommand;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.FollowUpQueue.Dropped;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import java.util.Optional;

/**
 * What operators decide about follow-ups that can never be carried out, each decision once for
 * ever.
 *
 * <p>The player's operation is the one truth about a follow-up. Who drops it sends its command
 * under its operation id at a moment when it can only be refused: that tells whether it was carried
 * out before, and if not, the refusal becomes the first answer, which whoever is carrying it out at
 * that moment gets too. Answers are forgotten in time, so the queue keeps for ever that it was
 * dropped. Thread-safe; calls block on the storage.
 */
public final class StuckFollowUps {
    private static final CommandHandler GIVEN_UP =
            (_, envelope) ->
                    new Handled(
                            Answer.refused(
                                    new PlayerRefusal.FollowUpDropped(envelope.player()),
                                    envelope.nowMillis()),
                            null);

    private final GameEngine engine;

    /** Decides about follow-ups on players of {@code engine}. */
    public StuckFollowUps(GameEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns whether a follow-up may be dropped: an attempt has failed, nothing else settles it,
     * and it is known what would be lost. A transfer that is not opened yet would be lost with what
     * it takes along; once it is open it is settled as a transfer.
     */
    public static boolean mayBeDropped(PendingFollowUp waiting) {
        return waiting.failures().count() > 0
                && waiting.isReadable()
                && !(waiting.command() instanceof PlatformCommand.OpenTransfer);
    }

    /**
     * Drops a follow-up: from then on it is never carried out. The same again gives the same
     * answer.
     *
     * @param by the operation that decides it
     * @param actor who does
     * @return that it was dropped by {@code by}; empty when it was carried out before or another
     *     has dropped it, and nothing was done
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part;
     *     the same call may be repeated
     */
    public Optional<Dropped> drop(FollowUp followUp, OperationId by, Actor actor) {
        FollowUpQueue queue = engine.storage().followUps();
        Optional<Dropped> before = queue.dropped(followUp.player(), followUp.operationId());
        if (before.isEmpty() && isCarriedOut(followUp, actor)) {
            return Optional.empty();
        }
        Dropped first =
                before.isPresent()
                        ? before.get()
                        : queue.drop(followUp, by, engine.clock().millis());
        return Optional.of(first).filter(dropped -> dropped.by().equals(by));
    }

    private boolean isCarriedOut(FollowUp followUp, Actor actor) {
        CommandEnvelope envelope =
                new CommandEnvelope(
                        followUp.player(),
                        followUp.operationId(),
                        engine.clock().millis(),
                        actor,
                        followUp.command());
        return switch (engine.storage().players().execute(envelope, GIVEN_UP).outcome()) {
            case Outcome.Accepted _ -> true;
            // Refused by the rules it was carried out as well: it came to nothing.
            case Outcome.Refused(Refusal reason) ->
                    !(reason instanceof PlayerRefusal.FollowUpDropped);
            // The id stands for another command, so that this one cannot be carried out.
            case Outcome.OperationIdReused _ -> false;
        };
    }
}
