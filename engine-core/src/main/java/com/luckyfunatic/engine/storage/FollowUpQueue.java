package com.luckyfunatic.engine.storage;

import java.util.List;

/**
 * Follow-ups that changes have called for: queued in the same atomic step as the change, so that no
 * crash loses one. Thread-safe.
 */
public interface FollowUpQueue {
    /**
     * Returns up to {@code limit} waiting follow-ups that are due at {@code nowMillis}, longest
     * waiting first. They stay on the queue.
     *
     * @param limit at least 1
     * @param nowMillis epoch milliseconds
     */
    List<PendingFollowUp> pending(int limit, long nowMillis);

    /** Returns up to {@code limit} waiting follow-ups, whenever they are due. */
    default List<PendingFollowUp> pending(int limit) {
        return pending(limit, Long.MAX_VALUE);
    }

    /** Takes a follow-up that was carried out off the queue; doing it again is no error. */
    void complete(PendingFollowUp followUp);

    /**
     * Puts a follow-up that cannot be carried out yet behind all that wait now, under another
     * number. One that does not wait any more stays off the queue.
     */
    void postpone(PendingFollowUp followUp);
}
