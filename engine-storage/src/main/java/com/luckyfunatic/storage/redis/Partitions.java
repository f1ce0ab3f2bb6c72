package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * How players and leaderboards are spread: a partition follows from the id, and all keys of a
 * partition share its hash tag, so that a script stays in one slot.
 *
 * @param count how many there are, 1 to {@link #COUNT_MAX}; it never changes for a database
 */
public record Partitions(int count) {
    /** The most partitions there may be. */
    public static final int COUNT_MAX = 1_000;

    /** How many there are unless told otherwise. */
    public static final Partitions STANDARD = new Partitions(128);

    /** Checks the range. */
    public Partitions {
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException("1 to " + COUNT_MAX + " partitions, was " + count);
        }
    }

    /** Returns the partition of {@code player}. */
    public int of(PlayerId player) {
        return of(player.value());
    }

    /** Returns the partition whose hash tag {@code board} has; its name's hash is specified. */
    public int of(BoardId board) {
        return of(board.value().hashCode());
    }

    private int of(long number) {
        // The low bits of an id are its counter, mostly 0. This is the finalizer of MurmurHash3.
        long mixed = number;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        mixed ^= mixed >>> 33;
        return (int) Long.remainderUnsigned(mixed, count);
    }
}
