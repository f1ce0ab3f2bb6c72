package com.luckyfunatic.benchmarks.http;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What was recorded of one kind of request on one event loop. Not thread-safe; merged when the run
 * is over.
 */
final class Measurement {
    private static final long LOWEST_NANOS = 1_000;
    private static final long HIGHEST_NANOS = 120_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram response = histogram();
    private final Histogram service = histogram();
    private final int[] statuses = new int[600];
    private long failed;
    private long lastEndNanos = Long.MIN_VALUE;

    private static Histogram histogram() {
        return new Histogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
    }

    /**
     * Records an answer.
     *
     * @param status status code, outside 100…599 when there was no answer
     */
    void record(int status, RequestTimes times) {
        lastEndNanos = Math.max(lastEndNanos, times.end());
        if (status < 100 || status >= statuses.length) {
            failed++;
            return;
        }
        statuses[status]++;
        if (status / 100 == 2) {
            response.recordValue(Math.min(times.response(), HIGHEST_NANOS));
            service.recordValue(Math.min(times.service(), HIGHEST_NANOS));
        }
    }

    /** Adds another measurement to this one. */
    void add(Measurement other) {
        response.add(other.response);
        service.add(other.service);
        for (int status = 0; status < statuses.length; status++) {
            statuses[status] += other.statuses[status];
        }
        failed += other.failed;
        lastEndNanos = Math.max(lastEndNanos, other.lastEndNanos);
    }

    /** Latencies of the answers with a 2xx status, from the intended start, in nanoseconds. */
    Histogram response() {
        return response;
    }

    /**
     * The same from the moment the request was sent: what a test that leaves waiting out would
     * show.
     */
    Histogram service() {
        return service;
    }

    /** Answers by status code. */
    Map<Integer, Long> statuses() {
        Map<Integer, Long> counts = new TreeMap<>();
        for (int status = 0; status < statuses.length; status++) {
            if (statuses[status] > 0) {
                counts.put(status, (long) statuses[status]);
            }
        }
        return counts;
    }

    /** Requests without an answer: connection lost or timed out. */
    long failed() {
        return failed;
    }

    /** Requests that came to an end, one way or the other. */
    long completed() {
        long answers = failed;
        for (int count : statuses) {
            answers += count;
        }
        return answers;
    }

    /**
     * When the last recorded request came to its end, {@link Long#MIN_VALUE} when there was none.
     */
    long lastEndNanos() {
        return lastEndNanos;
    }
}
