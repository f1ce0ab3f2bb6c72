package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The result of {@link CrashRounds}. Older files, of the embedded storage only, call {@code what}
 * {@code forcing} and have fewer figures of a round, which are 0 then.
 *
 * @param what what was struck, or under which setting
 * @param clients how many sent requests at once
 * @param finalRepeats repeats of all operations with a key, after the last round
 * @param finalViolations what they found wrong
 */
public record CrashResult(
        @JsonAlias("forcing") String what,
        int clients,
        List<Round> rounds,
        long finalRepeats,
        List<Violation> finalViolations) {
    /**
     * One blow.
     *
     * @param secondsOfLoad how long clients had been at work
     * @param perSecond operations and reads answered in each second of it
     * @param secondsOfRecovery from the start of the new process to its first answer; 0 when the
     *     server was not killed
     * @param taps answered and applied; soft
     * @param changes purchases, boosters and claims, answered and applied; hard where they cost or
     *     pay
     * @param refusals answered with a reason of the rules
     * @param unknownApplied requests without an answer that turned out to have been applied
     * @param unknownNotApplied requests without an answer that had not been applied
     * @param repeats repeats of answered operations, under load and after the restart
     * @param reads looks at a game, answered
     * @param silences requests that got no answer at all; those answered with 503 are among the
     *     latencies
     * @param softLost soft changes that were answered and are lost, where the promise allows some
     * @param refusalsForgotten refused operations whose answer is lost, which changed nothing
     * @param oldestLostSeconds how long before the kill the oldest of these had been answered
     * @param secondsUntilAudited after the last answer, until the audit had everything; 0 without
     *     an audit
     * @param latencies milliseconds, by what was answered and when it was sent
     * @param violations broken promises
     */
    public record Round(
            int round,
            double secondsOfLoad,
            double perSecond,
            double secondsOfRecovery,
            long taps,
            long changes,
            long refusals,
            long unknownApplied,
            long unknownNotApplied,
            long repeats,
            long reads,
            long silences,
            long softLost,
            long refusalsForgotten,
            double oldestLostSeconds,
            double secondsUntilAudited,
            Map<String, Phases.Latency> latencies,
            List<Violation> violations) {
        /** Reads older files too. */
        public Round {
            latencies = Objects.requireNonNullElse(latencies, Map.of());
        }

        /** Adds up what was answered for the first time. */
        public long operations() {
            return taps + changes + refusals;
        }
    }

    /** Rounds that were ended by an error: there are no more, and the last look is missing. */
    static CrashResult ended(String what, int clients, List<Round> rounds, Exception why) {
        return withoutLastLook(what, clients, rounds, "ended with " + why);
    }

    /** Rounds after which more are to come. What is left of a run that was ended by force. */
    static CrashResult unfinished(String what, int clients, List<Round> rounds) {
        return withoutLastLook(what, clients, rounds, "not finished");
    }

    private static CrashResult withoutLastLook(
            String what, int clients, List<Round> rounds, String why) {
        return new CrashResult(
                what, clients, rounds, 0, List.of(new Violation(Violation.Kind.MISSED, 0, 0, why)));
    }

    /** Adds a count up over all rounds. */
    public long sum(ToLongFunction<Round> count) {
        return rounds.stream().mapToLong(count).sum();
    }

    /** The mean of a figure over all rounds; 0 without any. */
    public double mean(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).average().orElse(0);
    }

    /** The greatest of a figure over all rounds; 0 without any. */
    public double greatest(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).max().orElse(0);
    }

    /** How many promises were broken. */
    public long violations() {
        return sum(round -> round.violations().size()) + finalViolations.size();
    }
}
