package com.luckyfunatic.benchmarks.crash;

import java.util.List;

/**
 * The result of {@link FleetCommand}.
 *
 * @param serverOptions options of the servers' and the workers' JVM besides the usual ones
 * @param size how hard it was struck
 * @param blows in the order in which they were over
 * @param rounds in each of which everything was struck; they are checked in the quiet after each
 */
public record FleetResult(
        List<String> serverOptions, FleetSize size, List<Struck> blows, CrashResult rounds) {
    /** Copies the lists. */
    public FleetResult {
        serverOptions = List.copyOf(serverOptions);
        blows = List.copyOf(blows);
    }

    /**
     * A blow that did hit something.
     *
     * @param seconds until what was struck was whole again
     * @param softAnswered taps that were answered meanwhile
     * @param hardAnswered hard changes that were carried out meanwhile
     */
    public record Struck(FleetBlow blow, double seconds, long softAnswered, long hardAnswered) {
        /** Whether the game stood still though it had to go on. */
        public boolean stoodStill() {
            return blow.gameGoesOn() && (softAnswered == 0 || hardAnswered == 0);
        }
    }

    /** The blows of one kind. */
    public List<Struck> of(FleetBlow kind) {
        return blows.stream().filter(each -> each.blow() == kind).toList();
    }

    /** How many promises were broken. */
    public long broken() {
        return rounds.violations() + blows.stream().filter(Struck::stoodStill).count();
    }
}
