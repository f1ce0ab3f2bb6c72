package com.luckyfunatic.benchmarks.prize;

import java.util.List;

/** The result of {@link PrizeSuite}: rounds on each storage. */
public record PrizeResult(List<Storage> storages) {
    /** One storage; each round is a tournament of the same players. */
    public record Storage(String name, int winners, List<Round> rounds) {}

    /**
     * One tournament, all of whose players win.
     *
     * @param rankSeconds from the start of the run until the first payment
     * @param rankedPerSecond final standings written per second
     * @param paySeconds from the first payment until the tournament is done
     * @param paidPerSecond winners paid per second
     */
    public record Round(
            double rankSeconds, double rankedPerSecond, double paySeconds, double paidPerSecond) {}
}
