package com.luckyfunatic.benchmarks.transfer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of {@link TransferSuite}.
 *
 * @param seed of the players, the network and the kills
 * @param players how many asked at once
 * @param asked how many transfers they asked for, each under a key of its own
 * @param abandoned of those, how many had no answer and were not asked for again
 * @param repeats how many were asked for again in the end, after their answer
 * @param kills how often the server was killed, by moment
 * @param requests how many the platform has had, transfers and questions
 * @param whileBad of those, how many came while its network was bad
 * @param faults what went wrong with them, by fault
 * @param transfers how many there were in the end
 * @param confirmed of those, how many the platform has
 * @param givenBack of those, how many their players have again
 * @param broken promises that are broken, by kind; all kinds
 * @param settleSeconds from the last answer to a player until nothing was under way
 * @param violations the first of the broken promises, in words
 */
public record TransferResult(
        long seed,
        int players,
        int asked,
        int abandoned,
        int repeats,
        Map<String, Integer> kills,
        int requests,
        int whileBad,
        Map<String, Integer> faults,
        int transfers,
        int confirmed,
        int givenBack,
        Map<String, Integer> broken,
        double settleSeconds,
        List<String> violations) {
    /** Copies the maps, in the order of their keys, and the list. */
    public TransferResult {
        kills = Collections.unmodifiableMap(new TreeMap<>(kills));
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
        broken = Collections.unmodifiableMap(new TreeMap<>(broken));
        violations = List.copyOf(violations);
    }

    /** How often the server was killed. */
    public int killed() {
        return sum(kills);
    }

    /** How many promises are broken. */
    public int brokenPromises() {
        return sum(broken);
    }

    /** How many replies of the platform were lost. */
    public int repliesLost() {
        return faults.getOrDefault(NetworkFault.LOSES_THE_REPLY.label(), 0);
    }

    /** Returns whether no promise is broken, and there was something to break. */
    public boolean isRight() {
        return brokenPromises() == 0
                && confirmed + givenBack == transfers
                && confirmed > 0
                && givenBack > 0
                && repliesLost() > 0;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(each -> each).sum();
    }
}
