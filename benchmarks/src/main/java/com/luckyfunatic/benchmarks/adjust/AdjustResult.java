package com.luckyfunatic.benchmarks.adjust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of {@link AdjustSuite}: rounds on each storage, and a file each that was killed. */
public record AdjustResult(List<Storage> storages, List<Killed> killed) {
    /** Raw files of older runs know nothing of kills. */
    public AdjustResult(List<Storage> storages, @Nullable List<Killed> killed) {
        this.storages = List.copyOf(storages);
        this.killed = killed == null ? List.of() : List.copyOf(killed);
    }

    /** One storage; each round is another file about the same players. */
    public record Storage(String name, int rows, List<Round> rounds) {}

    /**
     * One file, carried out.
     *
     * @param checkSeconds until every row was read and looked at
     * @param applySeconds from then until every row was carried out and had its result
     * @param rowsPerSecond rows by both together
     */
    public record Round(double checkSeconds, double applySeconds, double rowsPerSecond) {}

    /**
     * One file of which every row was applied once, though the process was killed again and again.
     *
     * @param storage where
     * @param seed of the moments
     * @param written how many results were written when it was killed, each time
     * @param unseen how many rows a process had carried out that did not live to write it down
     */
    public record Killed(String storage, int rows, long seed, List<Integer> written, int unseen) {}
}
