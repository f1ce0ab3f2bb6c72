package com.luckyfunatic.benchmarks.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What many times the usual load for a while did to a server, written as JSON. Immutable.
 *
 * @param storage {@code embedded} or {@code distributed}
 * @param inFlightMax the server's setting of requests in flight; null for its default
 * @param closedPerSecond taps a second that 64 connections reached before, each sending when it was
 *     answered
 * @param calmPerSecond the usual load
 * @param factor how many times as much during the surge
 * @param connections clients at once, each with one request in flight
 * @param calm before the surge
 * @param surge during it
 * @param after after it
 * @param secondsUntilCalm after the surge, until all was accepted and p99 was at most twice that of
 *     {@code calm} for some seconds; null when that did not come
 * @param seconds each second
 */
public record OverloadResult(
        String storage,
        @Nullable Integer inFlightMax,
        double closedPerSecond,
        double calmPerSecond,
        double factor,
        int connections,
        Part calm,
        Part surge,
        Part after,
        @Nullable Integer secondsUntilCalm,
        List<Second> seconds) {

    /**
     * A part of the run.
     *
     * @param seconds how long it was
     * @param requests that were meant to start in it, and were sent
     * @param unsent that were meant to, and never were: the run was over before a connection was
     *     free
     * @param acceptedPerSecond answered with a 2xx status
     * @param refused answered with 503
     * @param failed with another answer, or none
     * @param accepted how long accepted ones took from their intended start, milliseconds
     * @param service the same from the moment of sending, without the wait for a free connection
     * @param refusal how long refused ones took
     * @param late how long the generator took to send each once its connection was free: part of
     *     all but {@code service}
     */
    public record Part(
            int seconds,
            long requests,
            long unsent,
            double acceptedPerSecond,
            long refused,
            long failed,
            RequestStatistics.Latency accepted,
            RequestStatistics.Latency service,
            RequestStatistics.Latency refusal,
            RequestStatistics.Latency late) {

        static Part of(Fates fates, int seconds, long meant) {
            return new Part(
                    seconds,
                    fates.requests(),
                    meant - fates.requests(),
                    (double) fates.accepted().getTotalCount() / seconds,
                    fates.refused().getTotalCount(),
                    fates.failed(),
                    RequestStatistics.Latency.of(fates.accepted()),
                    RequestStatistics.Latency.of(fates.service()),
                    RequestStatistics.Latency.of(fates.refused()),
                    RequestStatistics.Latency.of(fates.late()));
        }
    }

    /** A second of the run; p99 in milliseconds. */
    public record Second(
            long accepted, long refused, long failed, double acceptedP99, double refusalP99) {

        static Second of(Fates fates) {
            return new Second(
                    fates.accepted().getTotalCount(),
                    fates.refused().getTotalCount(),
                    fates.failed(),
                    RequestStatistics.Latency.of(fates.accepted()).p99(),
                    RequestStatistics.Latency.of(fates.refused()).p99());
        }
    }

    /** How many times as long as before accepted requests took during the surge, by p99. */
    public double p99Ratio() {
        return surge.accepted().p99() / calm.accepted().p99();
    }

    /**
     * Whether the generator sent in time what it could send in the surge: if not, latencies tell of
     * it and not of the server.
     */
    public boolean hasKeptUp() {
        return surge.late().p99() <= calm.accepted().p99();
    }

    /** Whether every request had one of the two answers, and none was refused in quiet times. */
    boolean isClean() {
        return calm.failed() + surge.failed() + after.failed() + calm.refused() == 0;
    }
}
