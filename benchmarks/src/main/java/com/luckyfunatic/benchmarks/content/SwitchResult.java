package com.luckyfunatic.benchmarks.content;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The result of {@link SwitchSuite}, written as JSON. Immutable.
 *
 * @param storage {@code embedded} or {@code distributed}
 * @param servers how many there were
 * @param clients how many played at once, each on one server
 * @param load what they asked for, and were answered
 * @param switches of each server to each release, in their order
 * @param changes how many recorded changes were compared
 * @param broken what was found that must not be, and how often
 */
public record SwitchResult(
        String storage,
        int servers,
        int clients,
        Load load,
        List<Switch> switches,
        long changes,
        Map<String, Long> broken) {
    /** Within which every server has to decide by a release, milliseconds. */
    public static final long SWITCH_MAX_MILLIS = 5_000;

    /**
     * What clients asked for.
     *
     * @param seconds for how long
     * @param requests all of them
     * @param bought levels of cards that were paid
     * @param priceChanged purchases that were refused, because the price was no longer the one that
     *     the player had seen
     * @param failed requests with any other answer than that or success, or without one
     * @param failures the same by what the answer was
     * @param p99Millis how long answers took
     * @param maxMillis how long the slowest took
     */
    public record Load(
            double seconds,
            long requests,
            long bought,
            long priceChanged,
            long failed,
            Map<String, Long> failures,
            double p99Millis,
            double maxMillis) {}

    /**
     * A server and a release.
     *
     * @param release its number, from 1
     * @param server which one, from 0
     * @param firstMillis from the moment of the release until the first change that the server
     *     decided under it, or under a later one; -1 when there was none
     * @param lastMillis from the same moment until the last change that it decided under an older
     *     one; 0 when there was none after it
     */
    public record Switch(int release, int server, long firstMillis, long lastMillis) {
        /** Until the server had decided under the release, and under no older one any more. */
        public long millis() {
            return Math.max(firstMillis, lastMillis);
        }
    }

    /** How many releases were published. */
    public int releases() {
        return switches.stream().mapToInt(Switch::release).max().orElse(0);
    }

    /** The longest that it took until the last server decided under a release. */
    public long longestMillis() {
        return switches.stream().mapToLong(Switch::millis).max().orElse(Long.MAX_VALUE);
    }

    /** For each release, until the last server decided under it. */
    public List<Long> slowestOfEach() {
        return switches.stream().map(Switch::release).distinct().map(this::slowest).toList();
    }

    private long slowest(int release) {
        return switches.stream()
                .filter(each -> each.release() == release)
                .max(Comparator.comparingLong(Switch::millis))
                .orElseThrow()
                .millis();
    }

    /** How many things are not as they must be, besides failed requests. */
    public long brokenInAll() {
        return broken.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns whether nobody noticed more of the releases than their prices, and all servers
     * followed in time. A run in which no price was found changed shows nothing.
     */
    public boolean isRight() {
        return load.failed() == 0
                && load.priceChanged() > 0
                && load.bought() > 0
                && changes > 0
                && brokenInAll() == 0
                && longestMillis() <= SWITCH_MAX_MILLIS;
    }
}
