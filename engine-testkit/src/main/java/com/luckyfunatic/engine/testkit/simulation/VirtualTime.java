package com.luckyfunatic.engine.testkit.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The one clock of a simulation, and what is to happen when. Somebody who waits in the middle of a
 * call does so by {@link #pass}: whatever is due meanwhile, of all others, happens inside of it.
 * That is how calls of one thread come to overlap. Not thread-safe.
 */
final class VirtualTime {
    /** Enough for everybody to be in the middle of something. */
    private static final int DEPTH_MAX = 16;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(
                    Comparator.comparingLong(Event::atMillis).thenComparingLong(Event::number));
    private long now;
    private long numbers;
    private int depth;

    /** Due at one moment; those of the same moment in the order in which they were called for. */
    private record Event(long atMillis, long number, Runnable work) {}

    /** Virtual milliseconds since the start. */
    long now() {
        return now;
    }

    /** Has {@code work} done {@code millis} from now. */
    void after(long millis, Runnable work) {
        events.add(new Event(now + millis, ++numbers, work));
    }

    /** Lets {@code millis} pass. */
    void pass(long millis) {
        long until = now + millis;
        if (depth < DEPTH_MAX) {
            depth++;
            try {
                while (!events.isEmpty() && events.peek().atMillis() <= until) {
                    runNext();
                }
            } finally {
                depth--;
            }
        }
        now = Math.max(now, until);
    }

    /** Does what is due next; returns false when there is nothing. */
    boolean runNext() {
        Event next = events.poll();
        if (next == null) {
            return false;
        }
        now = Math.max(now, next.atMillis());
        next.work().run();
        return true;
    }

    /** Forgets everything that was to happen. */
    void clear() {
        events.clear();
    }
}
