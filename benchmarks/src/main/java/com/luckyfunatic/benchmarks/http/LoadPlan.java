package com.luckyfunatic.benchmarks.http;

import java.net.URI;
import java.time.Duration;

/**
 * Everything that defines a run. Immutable.
 *
 * @param url scheme, host and port of the server
 * @param connections kept-alive connections, and virtual users with one request in flight each
 * @param threads event loops of the generator
 * @param warmup run before anything is recorded
 * @param duration how long requests are recorded
 * @param timeout how long an answer may take before the request counts as failed; also how long an
 *     open loop may take to send what it is behind
 */
public record LoadPlan(
        URI url,
        LoadScenario scenario,
        Arrival arrival,
        int connections,
        int threads,
        Duration warmup,
        Duration duration,
        Duration timeout) {

    public LoadPlan {
        if (connections < threads || threads < 1) {
            throw new IllegalArgumentException(
                    "Each of the "
                            + threads
                            + " threads needs a connection, there are "
                            + connections);
        }
        if (warmup.isNegative() || !duration.isPositive() || !timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "Duration and timeout must be positive, the warm-up not negative");
        }
    }
}
