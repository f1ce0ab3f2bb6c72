package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.minigame.BoardRepair;
import com.luckyfunatic.engine.minigame.BoardRuns;
import com.luckyfunatic.engine.minigame.MinigameBoards;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.tournament.EnteredRuns;
import com.luckyfunatic.engine.tournament.RecordedBoards;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends minigames' recorded scores to the boards again, so that those count which a crash, or a
 * store that lost its last moments, kept from their board. Thread-safe.
 */
public final class ResendScores implements Job {
    /** How far back the first round looks: what came before was sent by other processes. */
    static final Duration FIRST = Duration.ofHours(1);

    /** How far each round looks behind the one before. */
    static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final long NEVER = -1;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final AtomicLong waitingMillis = new AtomicLong();
    private long sentUntilMillis = NEVER;

    /** Tells {@code registry} how long flagged runs have waited. */
    public ResendScores(MeterRegistry registry) {
        Gauge.builder(
                        "game.runs.flagged.age",
                        waitingMillis,
                        millis -> millis.get() / MILLIS_PER_SECOND)
                .description("Age of the oldest flagged run that nobody has looked at; 0 for none")
                .baseUnit("seconds")
                .register(registry);
    }

    @Override
    public String name() {
        return "resend-scores";
    }

    @Override
    public String description() {
        return "Sends recorded scores of minigames to their boards again, in case some are"
                + " missing there.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    /** Returns how many games' scores were sent; what fails is sent by the next round. */
    @Override
    public synchronized long run(GameEngine engine, Progress progress) {
        long now = engine.clock().millis();
        long since = SnowflakeIds.lastAt(sinceMillis(now));
        Leaderboards leaderboards = engine.storage().leaderboards();
        var boards = new MinigameBoards(leaderboards, new EnteredRuns(engine.storage()));
        long games = 0;
        for (BoardRuns own : RecordedBoards.ofGames(engine)) {
            if (leaderboards.find(own.board()).isEmpty()) {
                new BoardRepair(leaderboards).rebuild(own);
            }
            boards.resend(own, since);
            progress.done(++games);
        }
        waitingMillis.set(waitingMillis(engine, now));
        sentUntilMillis = now;
        return games;
    }

    /** How long the oldest flagged run has waited for somebody to look at it. */
    private static long waitingMillis(GameEngine engine, long nowMillis) {
        return engine.storage().minigameRuns().flagged(0, 1).items().stream()
                .mapToLong(run -> Math.max(0, nowMillis - run.startedAtMillis()))
                .findFirst()
                .orElse(0);
    }

    private long sinceMillis(long nowMillis) {
        return sentUntilMillis == NEVER
                ? nowMillis - FIRST.toMillis()
                : sentUntilMillis - OVERLAP.toMillis();
    }
}
