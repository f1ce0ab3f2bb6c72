package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the callers of one process take turns on a player, so that they do not make each other read
 * again. What others processes do is found out when a change is committed. Thread-safe.
 */
final class PlayerLocks {
    private static final int COUNT = 4_096;

    private final ReentrantLock[] locks = new ReentrantLock[COUNT];

    PlayerLocks() {
        for (int i = 0; i < COUNT; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Returns the lock of {@code player}; another player may have the same. */
    ReentrantLock of(PlayerId player) {
        long mixed = player.value() * 0x9e3779b97f4a7c15L;
        return locks[(int) (mixed >>> 52)];
    }
}
