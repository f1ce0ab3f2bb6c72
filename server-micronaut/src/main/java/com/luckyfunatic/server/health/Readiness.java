package com.luckyfunatic.server.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests should be sent here: the server is not stopping and everything it needs answers.
 * Looks by itself every few seconds, so that it is known since when something is away. Thread-safe.
 */
@Singleton
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<ReadinessCheck> checks;
    private final ExecutorService executor;
    private final InstantSource clock;
    private final Map<String, Instant> awaySince = new ConcurrentHashMap<>();
    private volatile @Nullable Instant stoppingSince;

    Readiness(
            List<ReadinessCheck> checks,
            List<ReadinessSource> sources,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            InstantSource clock,
            MeterRegistry registry) {
        this.checks =
                Stream.concat(
                                checks.stream(),
                                sources.stream().flatMap(each -> each.checks().stream()))
                        .toList();
        this.executor = executor;
        this.clock = clock;
        for (ReadinessCheck check : this.checks) {
            Gauge.builder("server.part.available", () -> isThere(check.name()))
                    .description("1 while this part of the server answers, else 0")
                    .tag("part", check.name())
                    .register(registry);
        }
    }

    private int isThere(String name) {
        return awaySince.containsKey(name) ? 0 : 1;
    }

    /** From now on new requests should go elsewhere. */
    public void stop() {
        stoppingSince = clock.instant();
    }

    /**
     * What stands in the way, by name; empty when all is well.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public Map<String, Obstacle> obstacles() throws InterruptedException {
        Map<String, Obstacle> obstacles = new TreeMap<>();
        Instant stopping = stoppingSince;
        if (stopping != null) {
            obstacles.put("server", new Obstacle("stopping", stopping, true));
        }
        List<Future<@Nullable Void>> outcomes =
                executor.invokeAll(
                        checks.stream().map(Readiness::task).toList(),
                        PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS);
        for (int i = 0; i < outcomes.size(); i++) {
            ReadinessCheck check = checks.get(i);
            try {
                outcomes.get(i).get();
                back(check);
            } catch (CancellationException e) {
                String silent = "no answer within " + PATIENCE.toSeconds() + " s";
                obstacles.put(check.name(), away(check, silent, e));
            } catch (ExecutionException e) {
                obstacles.put(check.name(), away(check, "away", e.getCause()));
            }
        }
        return obstacles;
    }

    private Obstacle away(ReadinessCheck check, String status, @Nullable Throwable cause) {
        Instant now = clock.instant();
        Instant since = awaySince.putIfAbsent(check.name(), now);
        if (since == null) {
            LOG.warn("{} is away: {}", check.name(), status, cause);
        }
        return new Obstacle(status, since == null ? now : since, check.essential());
    }

    private void back(ReadinessCheck check) {
        Instant since = awaySince.remove(check.name());
        if (since != null) {
            LOG.warn("{} is back; it was away since {}", check.name(), since);
        }
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "5s")
    void look() throws InterruptedException {
        var _ = obstacles();
    }

    private static Callable<@Nullable Void> task(ReadinessCheck check) {
        return () -> {
            check.check();
            return null;
        };
    }
}
