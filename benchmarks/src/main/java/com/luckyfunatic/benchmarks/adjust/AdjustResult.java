package com.luckyfunatic.benchmarks.adjust;

import java.util.List;

/** The result of {@link AdjustSuite}: rounds on each storage. */
public record AdjustResult(List<Storage> storages) {
    /** One storage; each round is another file about the same players. */
    public record Storage(String name, int rows, List<Round> rounds) {}

    /**
     * One file, carried out.
     *
     * @param checkSeconds until every row was read and looked at
     * @param applySeconds from then until every row was carried out and had its result
     * @param rowsPerSecond rows by both together
     * @param kills how often it was broken off and gone on with
     */
    public record Round(
            double checkSeconds, double applySeconds, double rowsPerSecond, int kills) {}
}
