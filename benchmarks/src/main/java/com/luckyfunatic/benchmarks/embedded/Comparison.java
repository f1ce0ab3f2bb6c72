package com.luckyfunatic.benchmarks.embedded;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The store beside the bare engine, round by round in turn. Immutable.
 *
 * @param operation what the store was asked for
 * @param forcing the store's setting
 * @param yardstickForcing how the bare engine commits, so that both are as durable
 * @param callers how many asked at once
 */
public record Comparison(
        String operation,
        String forcing,
        String yardstickForcing,
        int callers,
        List<Round> store,
        List<Round> yardstick) {

    /** The store's rate as a share of the bare engine's, the median of neighbouring rounds. */
    public double ratio() {
        return Medians.of(
                IntStream.range(0, store.size())
                        .mapToObj(i -> store.get(i).perSecond() / yardstick.get(i).perSecond())
                        .toList());
    }
}
