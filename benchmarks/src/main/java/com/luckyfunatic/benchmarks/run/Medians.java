package com.luckyfunatic.benchmarks.run;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Middle values: what a few rounds on a noisy machine are summed up by. */
public final class Medians {
    private Medians() {}

    /** Returns the median of {@code value} over {@code items}, of which there must be some. */
    public static <T> double of(Collection<T> items, ToDoubleFunction<T> value) {
        double[] sorted = items.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no items");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the median of {@code values}. */
    public static double of(List<Double> values) {
        return of(values, Double::doubleValue);
    }
}
