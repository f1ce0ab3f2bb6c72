package com.luckyfunatic.storage.distributed;

import java.util.concurrent.Semaphore;

/**
 * How many entries all drains of a process together hold in memory, on their way into the archive
 * and into the audit. What waits longer than that waits in the databases. Thread-safe.
 */
final class DrainBuffer {
    /** How many they may hold unless told otherwise. */
    static final int SIZE = 100_000;

    private final int size;
    private final Semaphore room;

    DrainBuffer(int size) {
        this.size = size;
        // In turn: whoever needs much must not wait for ever behind many who need little.
        room = new Semaphore(size, true);
    }

    /** Room that is taken until it is closed. */
    final class Room implements AutoCloseable {
        private final int entries;

        private Room(int entries) {
            this.entries = entries;
        }

        @Override
        public void close() {
            room.release(entries);
        }
    }

    /**
     * Takes room for {@code entries}, or for as many as there is room for at all, as soon as there
     * is. Whoever has some must not take more before giving it back.
     */
    Room take(int entries) {
        int taken = Math.min(entries, size);
        room.acquireUninterruptibly(taken);
        return new Room(taken);
    }

    /** For how many there is room taken. */
    int held() {
        return size - room.availablePermits();
    }
}
