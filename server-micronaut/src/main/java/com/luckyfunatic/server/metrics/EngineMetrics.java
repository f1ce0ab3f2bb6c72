package com.luckyfunatic.server.metrics;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times commands by type, refusals by reason, and commands whose outcome is unknown.
 *
 * <p>Tags come from the types of commands and refusals, so the number of meters is bounded.
 * Thread-safe.
 */
@Singleton
public final class EngineMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(5)
    };

    private record Key(Class<?> command, Durability durability) {}

    private record RefusalKey(Class<?> command, String code) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<Key, Timer> commands = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, Counter> unknown = new ConcurrentHashMap<>();
    private final ConcurrentMap<RefusalKey, Counter> refusals = new ConcurrentHashMap<>();

    public EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Records a command that was answered, whatever the answer.
     *
     * @param durability what its change needed; for one without a change, what the command asks for
     * @param nanos until the answer could be given
     */
    void answered(Command command, Durability durability, long nanos) {
        commands.computeIfAbsent(new Key(command.getClass(), durability), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Records a refusal by the rules; a repeat of one does not count. */
    void refused(Command command, Refusal reason) {
        refusals.computeIfAbsent(
                        new RefusalKey(command.getClass(), reason.code()), this::refusalCounter)
                .increment();
    }

    /** Records a command that may or may not have taken effect. */
    void outcomeUnknown(Command command) {
        unknown.computeIfAbsent(command.getClass(), this::unknownCounter).increment();
    }

    private Timer timer(Key key) {
        return Timer.builder("game.commands")
                .description("Commands answered, from the engine's taking them to the answer")
                .tag("command", key.command().getSimpleName())
                .tag("durability", key.durability().name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Counter refusalCounter(RefusalKey key) {
        return Counter.builder("game.refusals")
                .description("Commands that the rules refused; repeats do not count")
                .tag("feature", feature(key.command()))
                .tag("code", key.code())
                .register(registry);
    }

    /** The engine is packaged by feature. */
    private static String feature(Class<?> command) {
        String name = command.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Counter unknownCounter(Class<?> command) {
        return Counter.builder("game.outcomes.unknown")
                .description("Commands that a failure of the storage left with an unknown outcome")
                .tag("command", command.getSimpleName())
                .register(registry);
    }
}
