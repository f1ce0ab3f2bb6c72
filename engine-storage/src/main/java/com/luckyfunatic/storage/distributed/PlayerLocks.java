package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the callers of one process take turns on a player, so that they do not make each other read
 * again. What others processes do is found out when a change is committed. Thread-safe.
 */
final class PlayerLocks {
    private static final int COUNT = 4_096;

    /** A turn that is not over by then is one that waits for a database. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Slot[] slots = new Slot[COUNT];
    private final Duration patience;

    PlayerLocks() {
        this(PATIENCE);
    }

    PlayerLocks(Duration patience) {
        this.patience = patience;
        for (int i = 0; i < COUNT; i++) {
            slots[i] = new Slot(new ReentrantLock(), new AtomicInteger());
        }
    }

    /**
     * Where the callers of some players wait.
     *
     * @param ended counts the turns that are over
     */
    private record Slot(ReentrantLock lock, AtomicInteger ended) {
        void end() {
            ended.incrementAndGet();
            lock.unlock();
        }
    }

    /** A caller's turn; closing it ends it. */
    record Turn(Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /**
     * Returns when it is the caller's turn on {@code player}, or when whoever has it seems to hang:
     * while a database is away, callers must not wait for each other's timeouts one after the
     * other.
     */
    Turn turn(PlayerId player) {
        Slot slot = of(player);
        try {
            int before;
            do {
                before = slot.ended().get();
                if (slot.lock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    return new Turn(slot::end);
                }
            } while (slot.ended().get() != before);
            return new Turn(() -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting for a turn", e);
        }
    }

    /** Another player may have the same. */
    private Slot of(PlayerId player) {
        long mixed = player.value() * 0x9e3779b97f4a7c15L;
        return slots[(int) (mixed >>> 52)];
    }
}
