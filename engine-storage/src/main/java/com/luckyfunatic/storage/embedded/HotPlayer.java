package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A player in memory. Commands are decided here, one at a time under {@link #lock}, on the state
 * that all earlier decisions lead to, while the writer still writes those; if it fails, the player
 * falls back to what is committed and everything decided since is void.
 */
final class HotPlayer {
    /**
     * What of a player is committed.
     *
     * @param state null when there is no such player
     * @param position of the last change in the journal, 0 for none
     * @param skip position of the last change whose sequence is a multiple of {@link
     *     Journal#STRIDE}
     */
    record Committed(@Nullable PlayerState state, long position, long skip) {
        static final Committed NOTHING = new Committed(null, 0, 0);
    }

    final PlayerId id;
    final ReentrantLock lock = new ReentrantLock();

    /** The state that all decisions so far lead to. Guarded by the lock. */
    @Nullable PlayerState decided;

    /** Done when the last write of the player is. Guarded by the lock. */
    CompletableFuture<@Nullable Void> lastWrite = Write.DONE;

    /** Answers that wait to be written. Guarded by the lock. */
    final Map<OperationId, ChangeWrite> waitingOperations = new HashMap<>(2);

    /**
     * Which operation ids may be stored; null until the first is asked for. Guarded by the lock.
     */
    @Nullable KnownOperations knownOperations;

    /**
     * Which state was kept last by a write that is on its way or committed; null when that is not
     * known. Guarded by the lock.
     */
    KeptStates.@Nullable Last lastKept;

    /** Whether it has left memory and must be looked up again. Guarded by the lock. */
    boolean evicted;

    /** Counts the fall-backs; writes of an earlier one are void. Written under the lock. */
    final AtomicInteger fallbacks = new AtomicInteger();

    volatile Committed committed;

    /** When it was last used, by the time of its last command. */
    volatile long usedAtMillis;

    private static final long[] NONE = {};

    /**
     * Positions of committed operations that are not filed yet; only the writer changes it. Never
     * changed in place.
     */
    private volatile long[] unfiled = NONE;

    /** Where its next change goes; the writer's own. */
    private long position;

    private long skip;

    /** Whether its snapshot is older than what is committed; the writer's own. */
    boolean dirty;

    HotPlayer(PlayerId id, Committed committed) {
        this.id = id;
        this.committed = committed;
        decided = committed.state();
        position = committed.position();
        skip = committed.skip();
    }

    long position() {
        return position;
    }

    long skip() {
        return skip;
    }

    /** Notes that the change {@code sequence} was appended at {@code newPosition}. */
    void appended(long sequence, long newPosition) {
        position = newPosition;
        if (sequence % Journal.STRIDE == 0) {
            skip = newPosition;
        }
    }

    /** The positions of committed operations that are not filed yet. Not to be changed. */
    long[] unfiled() {
        return unfiled;
    }

    /** Notes that an operation at {@code operationPosition} is committed and has to be filed. */
    void addUnfiled(long operationPosition) {
        long[] before = unfiled;
        long[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = operationPosition;
        unfiled = after;
    }

    /** Notes that all operations are filed, and that this is committed. */
    void filed() {
        unfiled = NONE;
    }

    /** Takes over a change that was found in the journal when the store was opened. */
    void recovered(PlayerState state, long newPosition) {
        appended(state.sequence(), newPosition);
        committed = new Committed(state, position, skip);
        decided = state;
    }

    /** Takes back everything that is decided and not committed. */
    void fallBack() {
        lock.lock();
        try {
            fallbacks.incrementAndGet();
            decided = committed.state();
            lastWrite = Write.DONE;
            waitingOperations.clear();
            lastKept = null;
            position = committed.position();
            skip = committed.skip();
        } finally {
            lock.unlock();
        }
    }
}
