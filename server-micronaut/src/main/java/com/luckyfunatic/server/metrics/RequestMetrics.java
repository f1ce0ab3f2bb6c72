package com.luckyfunatic.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times requests by method, route, status and error code.
 *
 * <p>Timers are found by their own key, because building Micrometer's tags for every request costs
 * more than recording. All parts of the key come from fixed sets, so the number of timers is
 * bounded. Thread-safe.
 */
@Singleton
public final class RequestMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private record Key(HttpMethod method, String route, int status, String code) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Records one answered request.
     *
     * @param route the route's template, never the address itself
     * @param code the error code; empty for success
     * @param nanos from arrival to answer
     */
    public void record(HttpMethod method, String route, int status, String code, long nanos) {
        timers.computeIfAbsent(new Key(method, route, status, code), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("http.server.requests")
                .description("Requests answered, from arrival to answer")
                .tag("method", key.method().name())
                .tag("route", key.route())
                .tag("status", Integer.toString(key.status()))
                .tag("code", key.code())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
