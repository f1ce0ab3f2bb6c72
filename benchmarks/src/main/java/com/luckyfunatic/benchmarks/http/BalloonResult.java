package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.run.Round;

/**
 * The result of {@link BalloonSuite}.
 *
 * @param games how many run at the same time
 * @param seconds how long pops were counted
 * @param pops answered in that time
 * @param refused of them, because the balloon was gone or the player too fast
 * @param popsPerSecond {@code pops} per second
 * @param latency from a pop to its answer, microseconds
 * @param serverCpuShare what the server used of one core
 * @param heapBytesPerGame live heap with all games less that without, for each
 * @param residentBytesPerGame resident memory likewise
 * @param ended games that ended with a result
 * @param counted of them, those that counted
 */
public record BalloonResult(
        int games,
        double seconds,
        long pops,
        long refused,
        double popsPerSecond,
        Round.Latency latency,
        double serverCpuShare,
        long heapBytesPerGame,
        long residentBytesPerGame,
        int ended,
        int counted) {}
