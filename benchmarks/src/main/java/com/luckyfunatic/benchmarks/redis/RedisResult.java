package com.luckyfunatic.benchmarks.redis;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The result of {@link RedisSuite}: rounds in turn.
 *
 * @param server what was asked
 * @param callers how many asked at once, over one connection
 * @param yardstick what ran the bare script of a tap
 * @param scriptPerSecond its rates, one for each round of taps
 */
public record RedisResult(
        String server,
        int callers,
        String yardstick,
        List<Double> scriptPerSecond,
        List<Workload> workloads) {

    /**
     * One command, carried out by its script and the generic way.
     *
     * @param scriptShare the share of the commands of {@code oneTrip} that the script took
     */
    public record Workload(
            String command, double scriptShare, List<Round> oneTrip, List<Round> twoTrips) {
        /** How many times as many in one round trip, the median of neighbouring rounds. */
        public double factor() {
            return Medians.of(
                    IntStream.range(0, oneTrip.size())
                            .mapToObj(i -> oneTrip.get(i).perSecond() / twoTrips.get(i).perSecond())
                            .toList());
        }
    }

    /** The workload of {@code command}. */
    public Workload workload(String command) {
        return workloads.stream()
                .filter(each -> each.command().equals(command))
                .findFirst()
                .orElseThrow();
    }

    /** The rate of taps as a share of the bare script's, the median of neighbouring rounds. */
    public double ratio() {
        List<Round> taps = workload("tap").oneTrip();
        return Medians.of(
                IntStream.range(0, taps.size())
                        .mapToObj(i -> taps.get(i).perSecond() / scriptPerSecond.get(i))
                        .toList());
    }
}
