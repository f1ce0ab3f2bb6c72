package com.luckyfunatic.benchmarks.embedded;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The result of {@link GrowthSuite}: rounds of taps, in turn.
 *
 * @param fewStored how many players the small store holds
 * @param manyStored how many the large one holds
 * @param logInSeconds how long the first login of all players of the large one took
 * @param few all players of the small store tap
 * @param fewOfMany as many players of the large store tap
 * @param all all players of the large store tap
 */
public record GrowthResult(
        int fewStored,
        int manyStored,
        double logInSeconds,
        List<Round> few,
        List<Round> fewOfMany,
        List<Round> all) {

    /** How many times the time per tap of the small store {@code rounds} took; median. */
    public double factor(List<Round> rounds) {
        return Medians.of(
                IntStream.range(0, rounds.size())
                        .mapToObj(i -> few.get(i).perSecond() / rounds.get(i).perSecond())
                        .toList());
    }
}
