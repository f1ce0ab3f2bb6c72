package com.luckyfunatic.benchmarks.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Figures for a group of requests. Immutable.
 *
 * @param requests requests that came to an end
 * @param requestsPerSecond answers with a 2xx status per second
 * @param latency from the intended start, answers with a 2xx status only
 * @param serviceTime from the moment of sending; differs from {@code latency} where requests had to
 *     wait for their turn
 * @param statuses answers by status code
 * @param failed requests without an answer
 * @param histogram {@code latency} whole: compressed HdrHistogram of nanoseconds in Base64
 */
public record RequestStatistics(
        long requests,
        double requestsPerSecond,
        Latency latency,
        Latency serviceTime,
        Map<Integer, Long> statuses,
        long failed,
        String histogram) {

    /** Percentiles in milliseconds. */
    public record Latency(
            double mean, double p50, double p90, double p99, double p999, double max) {

        static Latency of(Histogram nanos) {
            return new Latency(
                    nanos.getMean() / 1e6,
                    millis(nanos, 50),
                    millis(nanos, 90),
                    millis(nanos, 99),
                    millis(nanos, 99.9),
                    nanos.getMaxValue() / 1e6);
        }

        private static double millis(Histogram nanos, double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1e6;
        }
    }

    static RequestStatistics of(Measurement measurement, double elapsedSeconds) {
        return new RequestStatistics(
                measurement.completed(),
                measurement.response().getTotalCount() / elapsedSeconds,
                Latency.of(measurement.response()),
                Latency.of(measurement.service()),
                measurement.statuses(),
                measurement.failed(),
                encode(measurement.response()));
    }

    private static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    String toLine(String name) {
        return String.format(
                Locale.ROOT,
                "%-11s %10.0f %9.3f %9.3f %9.3f %9.3f %9.3f  %s%s%n",
                name,
                requestsPerSecond,
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max(),
                statuses,
                failed > 0 ? " failed=" + failed : "");
    }
}
