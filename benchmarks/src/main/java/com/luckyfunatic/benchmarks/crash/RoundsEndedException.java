package com.luckyfunatic.benchmarks.crash;

import java.io.IOException;
import java.util.List;

/** Something went wrong with the harness, or with a database that it started, between rounds. */
final class RoundsEndedException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<CrashResult.Round> rounds;

    /**
     * @param rounds those before
     */
    RoundsEndedException(List<CrashResult.Round> rounds, Exception cause) {
        super("ended after " + rounds.size() + " rounds: " + cause.getMessage(), cause);
        this.rounds = List.copyOf(rounds);
    }

    List<CrashResult.Round> rounds() {
        return rounds;
    }
}
