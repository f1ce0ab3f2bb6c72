package com.luckyfunatic.server.api;

import java.time.Instant;

/**
 * The body of a successful answer.
 *
 * @param data what was asked for
 * @param serverTime when it was so, to the millisecond; clients count from it instead of from their
 *     own clocks
 * @param <T> the type of the data
 */
public record Envelope<T>(T data, Instant serverTime) {
    /** An envelope as of a moment in epoch milliseconds. */
    public static <T> Envelope<T> of(T data, long nowMillis) {
        return new Envelope<>(data, Instant.ofEpochMilli(nowMillis));
    }
}
