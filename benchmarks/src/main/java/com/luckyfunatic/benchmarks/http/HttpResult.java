package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.run.Medians;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The result of {@link HttpSuite}, in the order it was measured. The whole histograms are in files
 * of their own.
 *
 * @param answerBytes size of one answer's body, by request
 * @param loads one for each run
 * @param atMillion the server's memory at the end of the run in which it answered the millionth
 *     request
 * @param atEnd its memory after the last run
 */
public record HttpResult(
        Map<String, Integer> answerBytes, List<Load> loads, Memory atMillion, Memory atEnd) {
    /**
     * The server's memory at a moment.
     *
     * @param requests how many requests it had answered
     * @param residentMiB its resident memory
     */
    public record Memory(long requests, long residentMiB) {}

    /**
     * One run in short.
     *
     * @param round runs of one comparison have the same number
     * @param file the whole report
     */
    public record Load(
            int round,
            String file,
            LoadReport.Settings settings,
            long requests,
            double requestsPerSecond,
            RequestStatistics.Latency latency,
            long notSent,
            LoadReport.Cpu cpu,
            boolean clean) {
        static Load of(int round, String file, LoadReport report) {
            return new Load(
                    round,
                    file,
                    report.settings(),
                    report.total().requests(),
                    report.total().requestsPerSecond(),
                    report.total().latency(),
                    report.notSent(),
                    report.cpu(),
                    report.isClean());
        }
    }

    /**
     * A scenario beside its yardstick: medians of the ratios of neighbouring runs.
     *
     * @param rateRatio requests per second
     * @param p99Ratio latency that 99 of 100 answers keep
     * @param cpuRatio CPU time of the server per request
     */
    public record Comparison(double rateRatio, double p99Ratio, double cpuRatio) {}

    /** Compares {@code scenario} with {@code yardstick}, which ran just before it in each round. */
    public Comparison comparison(String yardstick, String scenario, String mode) {
        return compare(loads(yardstick, mode), loads(scenario, mode));
    }

    /** Compares runs with those of the yardstick that ran just before each of them. */
    static Comparison compare(List<Load> yardsticks, List<Load> measured) {
        return new Comparison(
                median(measured, yardsticks, Load::requestsPerSecond),
                median(measured, yardsticks, load -> load.latency().p99()),
                median(measured, yardsticks, load -> load.cpu().serverMicros()));
    }

    /** The runs of a scenario, in order. */
    public List<Load> loads(String scenario, String mode) {
        return select(loads, scenario, mode);
    }

    static List<Load> select(List<Load> loads, String scenario, String mode) {
        return loads.stream()
                .filter(load -> load.settings().scenario().equals(scenario))
                .filter(load -> load.settings().mode().equals(mode))
                .toList();
    }

    private static double median(
            List<Load> measured, List<Load> yardsticks, ToDoubleFunction<Load> figure) {
        return Medians.of(
                IntStream.range(0, measured.size())
                        .mapToObj(i ->
                                figure.applyAsDouble(measured.get(i))
                                        / figure.applyAsDouble(yardsticks.get(i)))
                        .toList());
    }
}
