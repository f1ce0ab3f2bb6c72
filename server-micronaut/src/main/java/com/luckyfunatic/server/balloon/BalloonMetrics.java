package com.luckyfunatic.server.balloon;

import com.luckyfunatic.engine.balloon.PopOutcome;
import com.luckyfunatic.engine.balloon.PopRefusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/** Measures the balloon game. Thread-safe. */
@Singleton
final class BalloonMetrics {
    private final MeterRegistry registry;
    private final Counter popped;
    private final Map<PopRefusal, Counter> refused = new EnumMap<>(PopRefusal.class);
    private final Counter violations;
    private final Counter resumed;
    private final Counter lost;

    BalloonMetrics(MeterRegistry registry) {
        this.registry = registry;
        popped = pops("popped");
        for (PopRefusal reason : PopRefusal.values()) {
            refused.put(reason, pops(reason.name().toLowerCase(Locale.ROOT)));
        }
        violations =
                Counter.builder("game.balloons.violations")
                        .description("Connections closed for what they sent")
                        .register(registry);
        resumed =
                Counter.builder("game.balloons.resumed")
                        .description("Connections that went on with a game after one was lost")
                        .register(registry);
        lost =
                Counter.builder("game.balloons.lost")
                        .description("Results given up because a store was away for too long")
                        .register(registry);
    }

    private Counter pops(String outcome) {
        return Counter.builder("game.balloons.pops")
                .description("Attempts to pop a balloon, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Shows how many games run. */
    void running(IntSupplier games) {
        Gauge.builder("game.balloons.running", games::getAsInt)
                .description("Games that run on this server")
                .register(registry);
    }

    void popped(PopOutcome outcome) {
        switch (outcome) {
            case PopOutcome.Popped _ -> popped.increment();
            case PopOutcome.NotPopped(PopRefusal reason) -> {
                Counter counter = refused.get(reason);
                if (counter != null) {
                    counter.increment();
                }
            }
        }
    }

    void violation() {
        violations.increment();
    }

    void resumed() {
        resumed.increment();
    }

    void lost() {
        lost.increment();
    }
}
