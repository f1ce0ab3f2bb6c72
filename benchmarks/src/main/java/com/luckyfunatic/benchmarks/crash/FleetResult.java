package com.luckyfunatic.benchmarks.crash;

import java.util.List;

/**
 * The result of {@link FleetCommand}.
 *
 * @param serverOptions options of the servers' and the workers' JVM besides the usual ones
 * @param perRound blows of each kind in a round
 * @param blows of which kinds
 * @param networkFaults replies that met a fault of the network
 * @param rounds in each of which everything was struck; they are checked in the quiet after each
 */
public record FleetResult(
        List<String> serverOptions,
        int perRound,
        List<FleetBlow> blows,
        long networkFaults,
        CrashResult rounds) {
    /** Copies the lists. */
    public FleetResult {
        serverOptions = List.copyOf(serverOptions);
        blows = List.copyOf(blows);
    }

    /** How many blows of each kind there were. */
    public int ofEach() {
        return perRound * rounds.rounds().size();
    }
}
