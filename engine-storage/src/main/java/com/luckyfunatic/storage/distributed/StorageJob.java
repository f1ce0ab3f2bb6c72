package com.luckyfunatic.storage.distributed;

import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;

/**
 * A piece of the storage's background work, complete in itself: doing it again, or twice at once,
 * is no harm. It may be cut into shares, each of which one process works on at a time.
 * Implementations are thread-safe, and each share is worked on by one thread at a time.
 */
public interface StorageJob {
    /** Which one it is. */
    JobKind kind();

    /** What it is called: a verb first, words joined by hyphens. */
    default String name() {
        return kind().word();
    }

    /** What it does, in one sentence. */
    default String description() {
        return kind().description();
    }

    /** Into how many shares it is cut. */
    int shares();

    /** How long a share rests after there was nothing to do. */
    Duration rest();

    /**
     * Does a part of what is due in a share, in about a second at most.
     *
     * @return whether there may be more to do at once
     */
    boolean work(int share);

    /**
     * Returns what the same process does at the same time, each of these in a thread of its own and
     * like {@link #work}: so that none has to wait for a database that only another needs.
     */
    default List<IntPredicate> beside() {
        return List.of();
    }

    /** Learns that this process works on a share from now on. */
    default void takeOver(int share) {}

    /** Learns that others work on a share from now on. */
    default void giveUp(int share) {}

    /**
     * Does everything there is to do in all shares now, also what is due later only.
     *
     * @param progress is told how many things are done so far
     * @return how many things were done
     */
    long finish(LongConsumer progress);
}
