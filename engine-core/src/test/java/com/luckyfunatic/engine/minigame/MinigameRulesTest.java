package com.luckyfunatic.engine.minigame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.ScoreDecision.Known;
import com.luckyfunatic.engine.minigame.ScoreDecision.Refused;
import com.luckyfunatic.engine.minigame.ScoreDecision.Taken;
import com.luckyfunatic.engine.player.PlayerId;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MinigameRulesTest {
    private static final PlayerId PLAYER = new PlayerId(7);
    private static final MinigameId GAME = new MinigameId("stars");
    private static final long START = 1_000_000;
    private static final long NUMBER = 99;

    /** A score after some time; refused or flagged for a reason, or counted. */
    record Case(
            long score,
            long afterMillis,
            @Nullable MinigameRefusal refusal,
            @Nullable RunFlag flag) {}

    private static Case counts(long score, long afterMillis) {
        return new Case(score, afterMillis, null, null);
    }

    private static Case flagged(long score, long afterMillis, RunFlag flag) {
        return new Case(score, afterMillis, null, flag);
    }

    private static Case refused(long score, long afterMillis, MinigameRefusal refusal) {
        return new Case(score, afterMillis, refusal, null);
    }

    static Stream<Case> cases() {
        return Stream.of(
                counts(0, 5_000),
                counts(50, 5_000),
                counts(500, 50_000),
                counts(500, 60_000),
                flagged(501, 60_000, RunFlag.ABOVE_MAX),
                flagged(Amounts.MAX, 60_000, RunFlag.ABOVE_MAX),
                flagged(501, 0, RunFlag.ABOVE_MAX),
                flagged(1, 4_999, RunFlag.TOO_FAST),
                flagged(0, 0, RunFlag.TOO_FAST),
                flagged(0, -10, RunFlag.TOO_FAST),
                flagged(51, 5_000, RunFlag.TOO_MUCH_PER_SECOND),
                flagged(500, 49_999, RunFlag.TOO_MUCH_PER_SECOND),
                refused(-1, 10_000, MinigameRefusal.SCORE_NEGATIVE),
                refused(Long.MIN_VALUE, 10_000, MinigameRefusal.SCORE_NEGATIVE),
                refused(Amounts.MAX + 1, 10_000, MinigameRefusal.SCORE_TOO_LARGE),
                refused(Long.MAX_VALUE, 10_000, MinigameRefusal.SCORE_TOO_LARGE),
                refused(1, 60_001, MinigameRefusal.RUN_EXPIRED));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_score_is_counted_flagged_or_refused(Case each) {
        ScoreDecision decision = decide(run(null), each.score, each.afterMillis);

        RunFlag flag = each.flag;
        assertThat(decision)
                .isEqualTo(
                        each.refusal != null
                                ? new Refused(each.refusal)
                                : new Taken(
                                        new RunScore(
                                                each.score,
                                                START + Math.max(0, each.afterMillis),
                                                flag,
                                                flag == null ? NUMBER : 0,
                                                null)));
    }

    @Test
    void the_largest_limits_and_scores_do_not_overflow() {
        MinigameDefinition large =
                game(Duration.ZERO, Duration.ofDays(1), Amounts.MAX, 1_000_000_000);
        long day = Duration.ofDays(1).toMillis();
        MinigameRun run = run(null, START + day);

        assertThat(MinigameRules.score(large, run, PLAYER, Amounts.MAX, START + day, NUMBER))
                .isEqualTo(
                        new Taken(
                                new RunScore(
                                        Amounts.MAX,
                                        START + day,
                                        RunFlag.TOO_MUCH_PER_SECOND,
                                        0,
                                        null)));
        assertThat(
                        MinigameRules.score(
                                large, run, PLAYER, 86_400_000_000_000L, START + day, NUMBER))
                .isEqualTo(
                        new Taken(
                                new RunScore(
                                        86_400_000_000_000L, START + day, null, NUMBER, null)));
    }

    @Test
    void the_same_score_again_is_known_and_another_is_refused() {
        RunScore first = new RunScore(10, START + 5_000, null, 3, null);

        assertThat(decide(run(first), 10, 70_000)).isEqualTo(new Known(first));
        assertThat(decide(run(first), 11, 10_000))
                .isEqualTo(new Refused(MinigameRefusal.RUN_SCORED));
        RunScore flagged = new RunScore(400, START + 5_000, RunFlag.TOO_MUCH_PER_SECOND, 0, null);
        assertThat(decide(run(flagged), 400, 50_000)).isEqualTo(new Known(flagged));
    }

    @Test
    void another_players_run_and_another_games_and_none_are_unknown() {
        Refused unknown = new Refused(MinigameRefusal.UNKNOWN_RUN);
        MinigameDefinition moons =
                new MinigameDefinition(
                        new MinigameId("moons"),
                        "Moons",
                        "Catch them.",
                        "/m",
                        "/m.svg",
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        1,
                        1,
                        game().scoring());

        assertThat(MinigameRules.score(game(), null, PLAYER, 1, START, NUMBER)).isEqualTo(unknown);
        assertThat(
                        MinigameRules.score(
                                game(), run(null), new PlayerId(8), -1, START + 9_000, NUMBER))
                .isEqualTo(unknown);
        assertThat(MinigameRules.score(moons, run(null), PLAYER, 1, START + 9_000, NUMBER))
                .isEqualTo(unknown);
    }

    @Test
    void a_score_counts_exactly_when_it_is_plausible_or_approved() {
        RunScore flagged = new RunScore(5, START, RunFlag.TOO_FAST, 0, null);
        RunReview yes = new RunReview(true, "ada", "seen", START);
        RunReview no = new RunReview(false, "ada", "seen", START);

        assertThat(flagged.step()).isEqualTo(RunStep.FLAGGED);
        assertThat(flagged.counts()).isFalse();
        assertThat(flagged.reviewed(yes, 4).step()).isEqualTo(RunStep.APPROVED);
        assertThat(flagged.reviewed(yes, 4).counts()).isTrue();
        assertThat(flagged.reviewed(no, 4).step()).isEqualTo(RunStep.REJECTED);
        assertThat(flagged.reviewed(no, 4).counts()).isFalse();
        assertThat(new RunScore(5, START, null, 4, null).step()).isEqualTo(RunStep.ACCEPTED);
        assertThat(run(null).step()).isEqualTo(RunStep.STARTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunScore(5, START, RunFlag.TOO_FAST, 1, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunScore(5, START, null, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RunScore(5, START, null, 1, no));
    }

    @Test
    void a_review_says_who_and_why() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunReview(true, " ", "seen", START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunReview(true, "ada", "", START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunReview(true, "ada", "x".repeat(301), START));
    }

    private static ScoreDecision decide(MinigameRun run, long score, long afterMillis) {
        return MinigameRules.score(game(), run, PLAYER, score, START + afterMillis, NUMBER);
    }

    private static MinigameDefinition game() {
        return game(Duration.ofSeconds(5), Duration.ofMinutes(1), 500, 10);
    }

    private static MinigameDefinition game(
            Duration min, Duration max, long maxScore, long perSecond) {
        return new MinigameDefinition(
                GAME,
                "Stars",
                "Catch them.",
                "/games/stars/index.html",
                "/games/stars/icon.svg",
                min,
                max,
                maxScore,
                perSecond,
                new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER));
    }

    private static MinigameRun run(@Nullable RunScore score) {
        return run(score, START + 60_000);
    }

    private static MinigameRun run(@Nullable RunScore score, long expiresAtMillis) {
        return new MinigameRun(
                5, PLAYER, new OperationId("run"), GAME, null, START, expiresAtMillis, 1, 2, score);
    }
}
