package com.luckyfunatic.storage.audit;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Says up to where positions are complete when several writers take them before they commit: up to
 * what was the last of them a while ago, which no transaction outlives. Thread-safe.
 */
public final class Settling {
    /** How long nothing is under way: more than any transaction may take. */
    public static final long MILLIS = 60_000;

    private static final int SEEN_MAX = 1_000;

    private final Deque<Seen> seen = new ArrayDeque<>();
    private long settled;

    private record Seen(long atMillis, long last) {}

    /** Begins with what is complete for sure, 0 for nothing. */
    public Settling(long settled) {
        this.settled = settled;
    }

    /** Notes what is the last position now, and returns up to where they are complete. */
    public synchronized long at(long nowMillis, long last) {
        Seen newest = seen.peekLast();
        if (newest == null || (newest.last() != last && seen.size() < SEEN_MAX)) {
            seen.add(new Seen(nowMillis, last));
        }
        while (!seen.isEmpty() && seen.element().atMillis() <= nowMillis - MILLIS) {
            settled = Math.max(settled, seen.remove().last());
        }
        return settled;
    }
}
