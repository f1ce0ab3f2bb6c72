package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follow-ups that changes have called for: queued in the same atomic step as the change, so that no
 * crash loses one. Thread-safe.
 */
public interface FollowUpQueue {
    /**
     * Returns up to {@code limit} waiting follow-ups that are due at {@code nowMillis}, longest
     * waiting first, also those that cannot be read. They stay on the queue.
     *
     * @param limit at least 1
     * @param nowMillis epoch milliseconds
     */
    List<PendingFollowUp> pending(int limit, long nowMillis);

    /** Returns up to {@code limit} waiting follow-ups, whenever they are due. */
    default List<PendingFollowUp> pending(int limit) {
        return pending(limit, Long.MAX_VALUE);
    }

    /**
     * Returns waiting follow-ups by the moment since when they could have been carried out,
     * earliest first; those of one moment by number. One that is postponed meanwhile may come
     * twice.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit);

    /** Returns the follow-up of {@code player} under {@code operationId}, if it waits. */
    Optional<PendingFollowUp> findWaiting(PlayerId player, OperationId operationId);

    /** Takes a follow-up that was carried out off the queue; doing it again is no error. */
    void complete(PendingFollowUp followUp);

    /**
     * Puts a follow-up that cannot be carried out yet behind all that wait now, under another
     * number. One that does not wait any more stays off the queue.
     */
    void postpone(PendingFollowUp followUp);

    /**
     * Notes that an attempt to carry a follow-up out came to nothing. One that does not wait any
     * more stays off the queue.
     *
     * @param atMillis when, epoch milliseconds
     * @param reason what failed, as {@link FollowUpFailures} has it
     */
    void noteFailure(PendingFollowUp followUp, long atMillis, String reason);

    /**
     * Takes a follow-up off the queue for good, whether it waits or not: whatever calls for it
     * again, it never waits again. It is dropped once; who comes later changes nothing.
     *
     * @param by the operation that drops it
     * @param atMillis when, epoch milliseconds
     * @return what has dropped it
     */
    Dropped drop(FollowUp followUp, OperationId by, long atMillis);

    /** Returns what has dropped the follow-up of {@code player} under {@code operationId}. */
    Optional<Dropped> dropped(PlayerId player, OperationId operationId);

    /** A place in the list of what waits, in whose order they are. */
    record WaitingPosition(long sinceMillis, long id) implements Comparable<WaitingPosition> {
        private static final Comparator<WaitingPosition> ORDER =
                Comparator.comparingLong(WaitingPosition::sinceMillis)
                        .thenComparingLong(WaitingPosition::id);

        @Override
        public int compareTo(WaitingPosition other) {
            return ORDER.compare(this, other);
        }

        /** Returns the place of {@code followUp}. */
        public static WaitingPosition of(PendingFollowUp followUp) {
            return new WaitingPosition(followUp.waitsSinceMillis(), followUp.id());
        }
    }

    /**
     * That a follow-up was dropped.
     *
     * @param by the operation that has dropped it
     * @param atMillis when, epoch milliseconds
     */
    record Dropped(OperationId by, long atMillis) {}
}
