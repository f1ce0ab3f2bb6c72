package com.luckyfunatic.operations.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.storage.memory.MemoryStorage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The jobs that keep boards right: scores that never came, and boards that lost some. */
class ScoreJobsTest {
    private static final PlayerId ADA = new PlayerId(7);
    private static final PlayerId BOB = new PlayerId(8);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SettableClock clock = new SettableClock();
    private final MemoryStorage storage = new MemoryStorage();
    private final GameEngine engine =
            GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
    private final MinigameDefinition game = engine.catalog().minigames().getFirst();
    private final Leaderboards boards = storage.leaderboards();

    @Test
    void a_score_that_never_came_to_its_board_is_sent_within_a_round() {
        Job resend = new ResendScores(registry);
        recorded(ADA, 50, null);

        resend.run(engine, Job.Progress.NONE);

        assertThat(onBoard(ADA)).isEqualTo(50);
    }

    @Test
    void a_board_that_is_gone_is_made_anew_however_old_its_scores_are() {
        recorded(ADA, 50, null);
        clock.advance(Duration.ofDays(3));

        new ResendScores(registry).run(engine, Job.Progress.NONE);

        assertThat(onBoard(ADA)).isEqualTo(50);
    }

    @Test
    void a_board_that_has_lost_old_scores_is_found_by_comparing() {
        recorded(ADA, 50, null);
        clock.advance(Duration.ofDays(3));
        // The first score after the loss opens it again.
        MinigameRun live = recorded(BOB, 40, null);
        new ResendScores(registry).run(engine, Job.Progress.NONE);
        boards.drop(game.board());
        boards.open(game.board(), new BoardSettings(game.scoring(), BoardSettings.NEVER));
        boards.submit(
                game.board(),
                new Submission(
                        BOB, Objects.requireNonNull(live.score()).countedAs(), 40, clock.millis()));
        Job compare = new CompareBoards(registry);

        assertThat(compare.run(engine, Job.Progress.NONE)).isOne();

        assertThat(onBoard(ADA)).isEqualTo(50);
        assertThat(onBoard(BOB)).isEqualTo(40);
        assertThat(compare.run(engine, Job.Progress.NONE)).isZero();
        assertThat(registry.get("game.boards.rebuilt").counter().count()).isEqualTo(1);
        assertThat(registry.get("game.boards.compared").counter().count()).isGreaterThan(1);
    }

    @Test
    void the_age_of_the_oldest_flagged_run_is_told_until_somebody_has_looked_at_it() {
        Job resend = new ResendScores(registry);
        MinigameRun flagged = recorded(ADA, 9, RunFlag.TOO_FAST);
        clock.advance(Duration.ofHours(7));
        recorded(BOB, 9, RunFlag.TOO_FAST);

        resend.run(engine, Job.Progress.NONE);
        assertThat(age()).isEqualTo(7 * 3_600.0);

        storage.minigameRuns().review(flagged.id(), new RunReview(false, "ann", "no", 1), 1);
        resend.run(engine, Job.Progress.NONE);
        assertThat(age()).isZero();
    }

    private double age() {
        return registry.get("game.runs.flagged.age").gauge().value();
    }

    private long onBoard(PlayerId player) {
        return boards.entry(game.board(), player).orElseThrow().total();
    }

    private MinigameRun recorded(PlayerId player, long score, @Nullable RunFlag flag) {
        long now = clock.millis();
        MinigameRun run =
                new MinigameRun(
                        engine.ids().next(),
                        player,
                        new OperationId("run " + engine.ids().next()),
                        game.id(),
                        null,
                        now,
                        now + 1_000,
                        1,
                        2,
                        null);
        storage.minigameRuns().start(run, 100);
        long number = flag == null ? engine.ids().next() : 0;
        return storage.minigameRuns()
                .score(run.id(), new RunScore(score, now, flag, number, null))
                .orElseThrow();
    }
}
