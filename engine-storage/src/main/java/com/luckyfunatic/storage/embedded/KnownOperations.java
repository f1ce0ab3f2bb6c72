package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.OperationId;

/**
 * Which operation ids of one player may be known: nearly all that come are new, and need not be
 * looked for then. A Bloom filter: what it has not got is certainly new. Not thread-safe.
 */
final class KnownOperations {
    /** Of players with more of them, any id may be known: all are looked for. */
    static final int IDS_MAX = 1_024;

    private static final int ROOM_MIN = 64;
    private static final int BITS_PER_ID = 8;
    private static final int BITS_SET = 4;

    private final long[] bits;
    private final int room;
    private int added;

    /** Makes one with room for twice as many as the {@code count} that are to be added at once. */
    KnownOperations(int count) {
        room = Math.max(ROOM_MIN, Integer.highestOneBit(Math.min(count, IDS_MAX)) * 4);
        bits = new long[count > IDS_MAX ? 0 : room * BITS_PER_ID / Long.SIZE];
    }

    /** Returns whether so many were added that one with more room has to be made. */
    boolean isFull() {
        return added >= room && bits.length > 0;
    }

    /** Adds {@code id}. */
    void add(OperationId id) {
        add(id.value());
    }

    /** Adds the id {@code value}. */
    void add(String value) {
        added++;
        if (bits.length == 0) {
            return;
        }
        long hash = hash(value);
        for (int i = 0; i < BITS_SET; i++) {
            int bit = bit(hash, i);
            bits[bit / Long.SIZE] |= 1L << bit;
        }
    }

    /** Returns false if {@code id} was certainly not added. */
    boolean mayHave(OperationId id) {
        if (bits.length == 0) {
            return true;
        }
        long hash = hash(id.value());
        for (int i = 0; i < BITS_SET; i++) {
            int bit = bit(hash, i);
            if ((bits[bit / Long.SIZE] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The length is a power of two. */
    private int bit(long hash, int number) {
        int step = (int) (hash >>> Integer.SIZE) | 1;
        return ((int) hash + number * step) & (bits.length * Long.SIZE - 1);
    }

    /** The 64 bits of FNV-1a, mixed once more, because its low bits depend on the last letters. */
    private static long hash(String value) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return hash ^ hash >>> 29;
    }
}
