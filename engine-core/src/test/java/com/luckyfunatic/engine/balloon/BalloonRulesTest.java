package com.luckyfunatic.engine.balloon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.balloon.BalloonCommand.FinishBalloons;
import com.luckyfunatic.engine.balloon.BalloonCommand.StartBalloons;
import com.luckyfunatic.engine.balloon.BalloonEvent.BalloonsFinished;
import com.luckyfunatic.engine.balloon.BalloonEvent.BalloonsStarted;
import com.luckyfunatic.engine.balloon.BalloonRefusal.BalloonsNotOffered;
import com.luckyfunatic.engine.balloon.BalloonRefusal.BalloonsReplaced;
import com.luckyfunatic.engine.balloon.BalloonResult.BalloonsCounted;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A point pays 20 funz in two games of a day. */
class BalloonRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final Catalog WITHOUT =
            TestCatalog.standard().balloon(BalloonDefinition.NONE).build();
    private static final long DAY = 86_400_000;
    private static final long TODAY = Play.START / DAY;
    private static final BalloonGameId GAME = new BalloonGameId(77);
    private static final BalloonGameId OTHER = new BalloonGameId(78);
    private static final BalloonScore SCORE = new BalloonScore(30, 12, 4);

    /** What the result of {@link #GAME} comes to. */
    record Case(
            String name,
            BalloonState before,
            BalloonScore score,
            Catalog catalog,
            BalloonsCounted result,
            BalloonsFinished event) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> results() {
        return Stream.of(
                of("the first", live(0, 0, 0), SCORE, new Expected(600, 30, true, 1, TODAY, 1)),
                of(
                        "the second of the day, not the best",
                        live(31, TODAY, 1),
                        SCORE,
                        new Expected(600, 31, false, 0, TODAY, 2)),
                of(
                        "the third of the day counts and pays nothing",
                        live(29, TODAY, 2),
                        SCORE,
                        new Expected(0, 30, true, 0, TODAY, 2)),
                of(
                        "the best again is not better",
                        live(30, TODAY, 2),
                        SCORE,
                        new Expected(0, 30, false, 0, TODAY, 2)),
                of(
                        "the first of the next day",
                        live(40, TODAY - 1, 2),
                        SCORE,
                        new Expected(600, 40, false, 1, TODAY, 1)),
                of(
                        "a day that another server was ahead into",
                        live(40, TODAY + 1, 2),
                        SCORE,
                        new Expected(0, 40, false, 0, TODAY + 1, 2)),
                of(
                        "no points use up nothing",
                        live(5, TODAY, 1),
                        new BalloonScore(0, 2, 8),
                        new Expected(0, 5, false, 1, TODAY, 1)),
                new Case(
                        "the game was withdrawn",
                        live(5, TODAY, 0),
                        SCORE,
                        WITHOUT,
                        new BalloonsCounted(30, 0, 30, true, 0),
                        new BalloonsFinished(GAME, SCORE, 30, TODAY, 0, 0, 0)));
    }

    private record Expected(
            long funz, long best, boolean isBest, int left, long epochDay, int rewarded) {}

    private static Case of(String name, BalloonState before, BalloonScore score, Expected e) {
        return new Case(
                name,
                before,
                score,
                CATALOG,
                new BalloonsCounted(score.score(), e.funz(), e.best(), e.isBest(), e.left()),
                new BalloonsFinished(
                        GAME, score, e.best(), e.epochDay(), e.rewarded(), e.funz(), 0));
    }

    private static BalloonState live(long best, long epochDay, int rewarded) {
        return new BalloonState(GAME, best, epochDay, rewarded);
    }

    @ParameterizedTest
    @MethodSource("results")
    void a_result_counts_once(Case each) {
        PlayerState before = Players.fresh().balloons(each.before()).state();

        Decision decision = decide(before, new FinishBalloons(GAME, each.score()), each.catalog());

        assertThat(decision).isEqualTo(Decision.accepted(each.result(), each.event()));
        PlayerState after = evolve(before, each.event());
        assertThat(after.wallet()).isEqualTo(before.wallet().earnFunz(each.event().funzDelta()));
        assertThat(after.balloons())
                .isEqualTo(
                        new BalloonState(
                                null,
                                each.event().best(),
                                each.event().epochDay(),
                                each.event().rewardedOnDay()));
        assertThat(decide(after, new FinishBalloons(GAME, each.score()), each.catalog()))
                .isEqualTo(Decision.refused(new BalloonsReplaced(null)));
    }

    @Test
    void a_started_game_takes_the_place_of_the_one_before() {
        PlayerState before = Players.fresh().balloons(live(9, TODAY, 1)).state();

        assertThat(decide(before, new StartBalloons(OTHER), CATALOG))
                .isEqualTo(Decision.accepted(Result.Done.DONE, new BalloonsStarted(OTHER)));
        PlayerState after = evolve(before, new BalloonsStarted(OTHER));
        assertThat(after.balloons()).isEqualTo(new BalloonState(OTHER, 9, TODAY, 1));
        assertThat(decide(after, new FinishBalloons(GAME, SCORE), CATALOG))
                .isEqualTo(Decision.refused(new BalloonsReplaced(OTHER)));
    }

    @Test
    void nothing_starts_that_is_not_offered() {
        assertThat(decide(Players.fresh().state(), new StartBalloons(GAME), WITHOUT))
                .isEqualTo(Decision.refused(new BalloonsNotOffered()));
    }

    @Test
    void a_reward_is_cut_at_the_cap_and_says_so() {
        PlayerState rich =
                Players.fresh()
                        .wallet(new Wallet(Amounts.MAX - 100, 0, Amounts.MAX - 100))
                        .balloons(live(0, 0, 0))
                        .state();

        assertThat(decide(rich, new FinishBalloons(GAME, SCORE), CATALOG))
                .isEqualTo(
                        Decision.accepted(
                                new BalloonsCounted(30, 100, 30, true, 1),
                                new BalloonsFinished(GAME, SCORE, 30, TODAY, 1, 100, 500)));
    }

    @Test
    void a_result_is_hard() {
        assertThat(new FinishBalloons(GAME, SCORE).durability()).isEqualTo(Durability.HARD);
        assertThat(new StartBalloons(GAME).durability()).isEqualTo(Durability.SOFT);
    }

    @Test
    void scores_have_ranges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BalloonScore(-1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BalloonScore(BalloonScore.SCORE_MAX + 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BalloonScore(0, -1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BalloonScore(0, 0, BalloonScore.BALLOONS_MAX + 1));
    }

    private static Decision decide(PlayerState state, BalloonCommand command, Catalog catalog) {
        return BalloonRules.decide(state, command, Play.contextAt(Play.START, catalog));
    }

    private static PlayerState evolve(PlayerState state, BalloonEvent event) {
        return GameRules.evolve(state, state.id(), event);
    }
}
