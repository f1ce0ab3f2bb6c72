package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.FollowUp;

/**
 * A follow-up that waits to be carried out, under a number that the store gave it.
 *
 * @param queuedAtMillis when the change was made that calls for it, epoch milliseconds
 * @param failures the attempts that came to nothing
 */
public record PendingFollowUp(
        long id, FollowUp followUp, long queuedAtMillis, FollowUpFailures failures) {
    /** Nobody has tried to carry it out, or the one who does has not failed yet. */
    public PendingFollowUp(long id, FollowUp followUp, long queuedAtMillis) {
        this(id, followUp, queuedAtMillis, FollowUpFailures.NONE);
    }

    /** Returns since when it could have been carried out, epoch milliseconds. */
    public long waitsSinceMillis() {
        return Math.max(queuedAtMillis, followUp.dueAtMillis());
    }

    /** Returns it under another number. */
    public PendingFollowUp renumbered(long newId) {
        return new PendingFollowUp(newId, followUp, queuedAtMillis, failures);
    }

    /** Returns it after one more attempt that came to nothing. */
    public PendingFollowUp failed(long atMillis, String reason) {
        return new PendingFollowUp(id, followUp, queuedAtMillis, failures.next(atMillis, reason));
    }
}
