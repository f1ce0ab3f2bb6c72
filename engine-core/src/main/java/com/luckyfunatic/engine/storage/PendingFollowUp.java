package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up that waits to be carried out, under a number that the store gave it.
 *
 * @param player on whom
 * @param operationId under which name
 * @param command what; null when this version cannot read it: a later one may have queued it, or it
 *     is damaged
 * @param dueAtMillis not before this moment, epoch milliseconds; 0 for at once
 * @param queuedAtMillis when the change was made that calls for it, epoch milliseconds
 * @param failures the attempts that came to nothing
 */
public record PendingFollowUp(
        long id,
        PlayerId player,
        OperationId operationId,
        @Nullable Command command,
        long dueAtMillis,
        long queuedAtMillis,
        FollowUpFailures failures) {
    /** Puts a follow-up on the queue, so one that can be read. */
    public PendingFollowUp(
            long id, FollowUp followUp, long queuedAtMillis, FollowUpFailures failures) {
        this(
                id,
                followUp.player(),
                followUp.operationId(),
                followUp.command(),
                followUp.dueAtMillis(),
                queuedAtMillis,
                failures);
    }

    /** Nobody has tried to carry it out, or the one who does has not failed yet. */
    public PendingFollowUp(long id, FollowUp followUp, long queuedAtMillis) {
        this(id, followUp, queuedAtMillis, FollowUpFailures.NONE);
    }

    /** Returns whether this version knows what is to be done. */
    public boolean isReadable() {
        return command != null;
    }

    /**
     * Returns what is to be done.
     *
     * @throws IllegalStateException when it cannot be read
     */
    public FollowUp followUp() {
        if (command == null) {
            throw new IllegalStateException(
                    "the follow-up %s on player %s cannot be read".formatted(operationId, player));
        }
        return new FollowUp(player, operationId, command, dueAtMillis);
    }

    /** Returns since when it could have been carried out, epoch milliseconds. */
    public long waitsSinceMillis() {
        return Math.max(queuedAtMillis, dueAtMillis);
    }

    /** Returns it under another number. */
    public PendingFollowUp renumbered(long newId) {
        return new PendingFollowUp(
                newId, player, operationId, command, dueAtMillis, queuedAtMillis, failures);
    }

    /** Returns it after one more attempt that came to nothing. */
    public PendingFollowUp failed(long atMillis, String reason) {
        return new PendingFollowUp(
                id,
                player,
                operationId,
                command,
                dueAtMillis,
                queuedAtMillis,
                failures.next(atMillis, reason));
    }
}
