package com.luckyfunatic.storage.distributed;

import java.util.concurrent.atomic.AtomicInteger;

/** How many entries all drains of a process together hold in memory for the audit. Thread-safe. */
final class DrainBuffer {
    /** How many they may hold unless told otherwise. */
    static final int SIZE = 100_000;

    private final int size;
    private final AtomicInteger held = new AtomicInteger();

    DrainBuffer(int size) {
        this.size = size;
    }

    /** Takes room for {@code entries} if there is. */
    boolean take(int entries) {
        if (held.addAndGet(entries) <= size) {
            return true;
        }
        held.addAndGet(-entries);
        return false;
    }

    /** How many are held. */
    int held() {
        return held.get();
    }

    /** Gives room for {@code entries} back. */
    void giveBack(int entries) {
        held.addAndGet(-entries);
    }
}
