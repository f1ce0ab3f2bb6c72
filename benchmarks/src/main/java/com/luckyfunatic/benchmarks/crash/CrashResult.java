package com.luckyfunatic.benchmarks.crash;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The result of {@link CrashRounds}.
 *
 * @param forcing the server's setting of durability
 * @param clients how many sent requests at once
 * @param finalRepeats repeats of all operations with a key, after the last round
 * @param finalViolations what they found wrong
 */
public record CrashResult(
        String forcing,
        int clients,
        List<Round> rounds,
        long finalRepeats,
        List<Violation> finalViolations) {
    /**
     * One kill.
     *
     * @param secondsOfLoad how long clients had been at work
     * @param secondsOfRecovery from the start of the new process to its first answer
     * @param taps answered and applied; soft
     * @param changes purchases, boosters and claims, answered and applied; hard where they cost or
     *     pay
     * @param refusals answered with a reason of the rules
     * @param unknownApplied requests without an answer that turned out to have been applied
     * @param unknownNotApplied requests without an answer that had not been applied
     * @param repeats repeats of answered operations, under load and after the restart
     * @param violations broken promises
     */
    public record Round(
            int round,
            double secondsOfLoad,
            double secondsOfRecovery,
            long taps,
            long changes,
            long refusals,
            long unknownApplied,
            long unknownNotApplied,
            long repeats,
            List<Violation> violations) {}

    /** Adds a count up over all rounds. */
    public long sum(ToLongFunction<Round> count) {
        return rounds.stream().mapToLong(count).sum();
    }

    /** How many promises were broken. */
    public long violations() {
        return sum(round -> round.violations().size()) + finalViolations.size();
    }
}
