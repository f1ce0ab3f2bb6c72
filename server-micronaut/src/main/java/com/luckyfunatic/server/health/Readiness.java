package com.luckyfunatic.server.health;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests should be sent here: the server is not stopping and everything it needs answers.
 * Thread-safe.
 */
@Singleton
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<ReadinessCheck> checks;
    private final ExecutorService executor;
    private volatile boolean stopping;

    Readiness(
            List<ReadinessCheck> checks, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.checks = List.copyOf(checks);
        this.executor = executor;
    }

    /** From now on new requests should go elsewhere. */
    public void stop() {
        stopping = true;
    }

    /**
     * What stands in the way, by name; empty when the game can be played.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public Map<String, String> obstacles() throws InterruptedException {
        Map<String, String> obstacles = new TreeMap<>();
        if (stopping) {
            obstacles.put("server", "stopping");
        }
        List<Future<@Nullable Void>> outcomes =
                executor.invokeAll(
                        checks.stream().map(Readiness::task).toList(),
                        PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS);
        for (int i = 0; i < outcomes.size(); i++) {
            String name = checks.get(i).name();
            try {
                outcomes.get(i).get();
            } catch (CancellationException e) {
                obstacles.put(name, "no answer within " + PATIENCE.toSeconds() + " s");
            } catch (ExecutionException e) {
                LOG.warn("{} is not ready", name, e.getCause());
                obstacles.put(name, "away");
            }
        }
        return obstacles;
    }

    private static Callable<@Nullable Void> task(ReadinessCheck check) {
        return () -> {
            check.check();
            return null;
        };
    }
}
