package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.tournament.TournamentCare;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * Announces tournaments of the content's series, settles entries that a crash has interrupted, and
 * gives back what was paid in cancelled ones. Thread-safe.
 */
public final class CareForTournaments implements Job {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Counter announced;
    private final Counter settled;
    private final Counter refunded;

    /** Counts in {@code registry}. */
    public CareForTournaments(MeterRegistry registry) {
        announced = counter(registry, "announced", "Tournaments of series that were announced");
        settled =
                counter(
                        registry,
                        "entries.settled",
                        "Entries of tournaments that were interrupted and are settled");
        refunded =
                counter(
                        registry,
                        "fees.refunded",
                        "Entry fees that were given back, because the tournament was cancelled");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder("game.tournaments." + name)
                .description(description)
                .register(registry);
    }

    @Override
    public String name() {
        return "care-for-tournaments";
    }

    @Override
    public String description() {
        return "Announces tournaments of series, settles interrupted entries, refunds cancelled"
                + " ones.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public long run(GameEngine engine, Progress progress) {
        TournamentCare.Round round = new TournamentCare(engine).run();
        announced.increment(round.announced());
        settled.increment(round.settled());
        refunded.increment(round.refunded());
        progress.done(round.done());
        return round.done();
    }
}
