package com.luckyfunatic.benchmarks.crash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a player was told of the game, and when, by whichever server. It must be explained by one
 * order of all that happened, in which everything happens between its question and its answer
 * (linearizability): since each answer tells a sequence, that order is known, and checking takes no
 * search. Not thread-safe.
 */
final class History {
    /**
     * An answer.
     *
     * @param sentAtNanos when it was asked for, as {@link System#nanoTime}
     * @param atNanos when it came
     * @param place where it said that the player stands
     * @param change whether it was for a change that was made then; otherwise it only tells
     */
    record Told(long sentAtNanos, long atNanos, Place place, boolean change) {
        /** Whether it may be told to somebody who asked when {@code before} had been answered. */
        private boolean mayFollow(Told before) {
            long sequence = before.place().sequence();
            return change ? place.sequence() > sequence : place.sequence() >= sequence;
        }

        @Override
        public String toString() {
            return (change ? "a change to " : "a sight of ") + place;
        }
    }

    private final List<Told> told = new ArrayList<>();

    /** Takes note of an answer. */
    void add(Told answer) {
        told.add(answer);
    }

    /** Forgets everything. */
    void clear() {
        told.clear();
    }

    /**
     * Returns what no order explains, in words.
     *
     * @param placeAfter where the player stood after the change of a sequence, by the record of all
     *     changes; null for one that there was not
     */
    List<String> contradictions(LongFunction<@Nullable Place> placeAfter) {
        List<String> found = new ArrayList<>();
        findStale(found);
        findTwice(found);
        for (Told each : told) {
            Place recorded = placeAfter.apply(each.place().sequence());
            if (!each.place().equals(recorded)) {
                found.add(each + ", where the record has " + recorded);
            }
        }
        return found;
    }

    /** Whoever asks after an answer must not be told of earlier than that. */
    private void findStale(List<String> found) {
        List<Told> asked = sortedBy(Told::sentAtNanos);
        List<Told> answered = sortedBy(Told::atNanos);
        Told latest = null;
        int next = 0;
        for (Told each : asked) {
            while (answered.get(next).atNanos() < each.sentAtNanos()) {
                Told before = answered.get(next++);
                if (latest == null || before.place().sequence() > latest.place().sequence()) {
                    latest = before;
                }
            }
            if (latest != null && !each.mayFollow(latest)) {
                found.add(each + ", asked for after the answer of " + latest);
            }
        }
    }

    private List<Told> sortedBy(ToLongFunction<Told> time) {
        return told.stream().sorted(Comparator.comparingLong(time)).toList();
    }

    /** Two changes cannot lead to one sequence. */
    private void findTwice(List<String> found) {
        Map<Long, Told> changes = new HashMap<>();
        for (Told each : told) {
            if (each.change()) {
                Told other = changes.putIfAbsent(each.place().sequence(), each);
                if (other != null) {
                    found.add(each + ", which another change had led to");
                }
            }
        }
    }
}
