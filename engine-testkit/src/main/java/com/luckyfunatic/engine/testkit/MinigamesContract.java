package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.minigame.BoardRepair;
import com.luckyfunatic.engine.minigame.BoardRuns;
import com.luckyfunatic.engine.minigame.MinigameBoards;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.Minigames;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.RunStep;
import com.luckyfunatic.engine.minigame.ScoreOutcome;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.minigame.TournamentRuns;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What playing minigames does on every storage, wherever it is interrupted. */
public abstract class MinigamesContract extends StorageContract {
    private static final MinigameDefinition GAME = TestContent.STARS;
    private static final MinigameId OTHER = new MinigameId("moons");
    private static final TournamentId CUP = new TournamentId("cup");
    private static final Duration PLAYED = Duration.ofSeconds(20);

    /** After that, no score is on its way to a board. */
    private static final Duration BOARD_IS_SETTLED = Duration.ofMinutes(2);

    private final Cup cup = new Cup();
    private GameEngine engine;
    private Minigames minigames;

    /** Says yes to {@link #CUP}, and remembers what was sent to it, once it is there. */
    private static final class Cup implements TournamentRuns {
        private final List<Long> sent = new ArrayList<>();
        private boolean away;
        private boolean over;
        private long endsAtMillis = Long.MAX_VALUE;

        @Override
        public Admission admit(
                TournamentId tournament, MinigameId minigame, PlayerId player, long nowMillis) {
            if (!tournament.equals(CUP)) {
                return Admission.refused(MinigameRefusal.UNKNOWN_TOURNAMENT);
            }
            return over
                    ? Admission.refused(MinigameRefusal.TOURNAMENT_NOT_OPEN)
                    : new Admission(null, endsAtMillis);
        }

        @Override
        public void submit(MinigameRun run) {
            if (away) {
                throw new StorageUnavailableException("away, as the test wants it");
            }
            sent.add(run.id());
        }
    }

    /** Before each test, when there is a storage. */
    @SuppressWarnings("NullAway.Init")
    protected MinigamesContract() {}

    /** Begins with an empty board. */
    @BeforeEach
    public final void openGame() {
        cup.over = false;
        cup.endsAtMillis = Long.MAX_VALUE;
        engine =
                GameEngine.builder(storage())
                        .clock(clock)
                        .random(Seeds.random(1))
                        .build(TestCatalogs.full());
        minigames = new Minigames(engine, cup, Seeds.random(2));
        storage().leaderboards().drop(GAME.board());
    }

    @Test
    public void a_start_that_is_repeated_when_the_tournament_is_over_is_the_same_run() {
        PlayerId player = unknownPlayer();
        OperationId name = new OperationId("run " + nextId());
        StartOutcome first = minigames.start(player, name, GAME.id(), CUP);
        cup.over = true;

        assertThat(minigames.start(player, name, GAME.id(), CUP))
                .isEqualTo(new StartOutcome.Known(((StartOutcome.Started) first).run()));
        assertThat(minigames.start(player, new OperationId("run " + nextId()), GAME.id(), CUP))
                .isEqualTo(new StartOutcome.Refused(MinigameRefusal.TOURNAMENT_NOT_OPEN));
    }

    @Test
    public void a_run_in_a_tournament_promises_no_more_than_counts_there() {
        PlayerId player = unknownPlayer();
        cup.endsAtMillis = clock.millis() + PLAYED.toMillis();

        MinigameRun run = start(player, CUP);

        assertThat(run.expiresAtMillis()).isEqualTo(cup.endsAtMillis);
        assertThat(score(run, 100)).isInstanceOf(ScoreOutcome.Recorded.class);
        cup.endsAtMillis = clock.millis() + PLAYED.toMillis() - 1;
        assertThat(score(start(player, CUP), 100)).isEqualTo(refused(MinigameRefusal.RUN_EXPIRED));
    }

    @Test
    public void a_score_that_counts_is_on_the_board() {
        PlayerId player = unknownPlayer();
        MinigameRun run = start(player);

        ScoreOutcome outcome = score(run, 100);

        MinigameRun recorded = storage().minigameRuns().find(run.id()).orElseThrow();
        assertThat(outcome).isEqualTo(new ScoreOutcome.Recorded(recorded, false));
        assertThat(recorded.step()).isEqualTo(RunStep.ACCEPTED);
        assertThat(onBoard(player)).hasValue(100L);
    }

    @Test
    public void a_run_has_a_seed_and_a_secret_of_its_own() {
        MinigameRun one = start(unknownPlayer());
        MinigameRun other = start(unknownPlayer());

        assertThat(one.seed()).isNotEqualTo(other.seed());
        assertThat(one.nonce()).isNotEqualTo(other.nonce());
        assertThat(one.expiresAtMillis() - one.startedAtMillis())
                .isEqualTo(GAME.maxDuration().toMillis());
    }

    @Test
    public void a_start_that_is_repeated_gets_the_same_run() {
        PlayerId player = unknownPlayer();
        OperationId operation = new OperationId("start");
        StartOutcome first = minigames.start(player, operation, GAME.id(), null);
        clock.advance(Duration.ofSeconds(1));

        StartOutcome again = minigames.start(player, operation, GAME.id(), null);

        assertThat(first)
                .isInstanceOfSatisfying(
                        StartOutcome.Started.class,
                        started ->
                                assertThat(again).isEqualTo(new StartOutcome.Known(started.run())));
    }

    @Test
    public void a_repeat_of_a_score_gets_the_first_answer_and_counts_once() {
        PlayerId player = unknownPlayer();
        MinigameRun run = start(player);
        ScoreOutcome first = score(run, 100);
        // Also when the run's time is over by then.
        clock.advance(GAME.maxDuration().multipliedBy(2));

        ScoreOutcome again = score(run, 100);

        assertThat(first)
                .isInstanceOfSatisfying(
                        ScoreOutcome.Recorded.class,
                        recorded ->
                                assertThat(again)
                                        .isEqualTo(
                                                new ScoreOutcome.Recorded(recorded.run(), true)));
        assertThat(entry(player)).map(BoardEntry::count).hasValue(1L);
    }

    @Test
    public void another_score_for_the_same_run_is_refused() {
        PlayerId player = unknownPlayer();
        MinigameRun run = start(player);
        score(run, 100);

        assertThat(score(run, 101)).isEqualTo(refused(MinigameRefusal.RUN_SCORED));
        assertThat(onBoard(player)).hasValue(100L);
    }

    @Test
    public void of_two_scores_of_one_run_sent_at_once_one_counts() {
        PlayerId player = unknownPlayer();
        MinigameRun run = start(player);
        clock.advance(PLAYED);

        List<ScoreOutcome> outcomes =
                Together.run(20, i -> minigames.score(player, GAME.id(), run.id(), i));

        assertThat(outcomes.stream().filter(ScoreOutcome.Recorded.class::isInstance)).hasSize(1);
        assertThat(entry(player)).map(BoardEntry::count).hasValue(1L);
    }

    @Test
    public void another_players_or_games_run_is_unknown() {
        MinigameRun run = start(unknownPlayer());
        ScoreOutcome unknown = refused(MinigameRefusal.UNKNOWN_RUN);

        assertThat(minigames.score(unknownPlayer(), GAME.id(), run.id(), 1)).isEqualTo(unknown);
        assertThat(minigames.score(run.player(), GAME.id(), nextId(), 1)).isEqualTo(unknown);
        assertThat(minigames.score(run.player(), OTHER, run.id(), 1))
                .isEqualTo(refused(MinigameRefusal.UNKNOWN_MINIGAME));
        assertThat(minigames.start(run.player(), new OperationId("x"), OTHER, null))
                .isEqualTo(new StartOutcome.Refused(MinigameRefusal.UNKNOWN_MINIGAME));
    }

    @Test
    public void a_run_whose_time_is_over_gets_no_score() {
        PlayerId player = unknownPlayer();
        MinigameRun run = start(player);
        clock.advance(GAME.maxDuration().plusMillis(1));

        assertThat(minigames.score(player, GAME.id(), run.id(), 1))
                .isEqualTo(refused(MinigameRefusal.RUN_EXPIRED));
        assertThat(storage().minigameRuns().find(run.id())).hasValue(run);
    }

    @Test
    public void no_more_than_five_runs_are_open_at_once() {
        PlayerId player = unknownPlayer();
        for (int i = 0; i < Minigames.OPEN_RUNS_MAX; i++) {
            start(player);
        }
        OperationId sixth = new OperationId("sixth");

        assertThat(minigames.start(player, sixth, GAME.id(), null))
                .isEqualTo(new StartOutcome.Refused(MinigameRefusal.TOO_MANY_RUNS));
        clock.advance(GAME.maxDuration().plusMillis(1));
        assertThat(minigames.start(player, sixth, GAME.id(), null))
                .isInstanceOf(StartOutcome.Started.class);
    }

    @Test
    public void a_score_that_is_not_plausible_counts_when_it_is_approved() {
        PlayerId player = unknownPlayer();
        MinigameRun run = start(player);

        score(run, 400);

        assertThat(step(run)).isEqualTo(RunStep.FLAGGED);
        assertThat(onBoard(player)).isEmpty();
        minigames.review(run.id(), review(true));
        assertThat(step(run)).isEqualTo(RunStep.APPROVED);
        assertThat(onBoard(player)).hasValue(400L);
    }

    @Test
    public void a_score_that_is_rejected_never_counts() {
        PlayerId player = unknownPlayer();
        MinigameRun run = start(player);
        score(run, 400);

        minigames.review(run.id(), review(false));
        minigames.review(run.id(), review(true));
        score(run, 400);

        assertThat(step(run)).isEqualTo(RunStep.REJECTED);
        assertThat(onBoard(player)).isEmpty();
    }

    @Test
    public void a_score_that_is_approved_late_counts_however_often_the_player_has_played_since() {
        PlayerId player = unknownPlayer();
        MinigameRun early = start(player);
        score(early, 400);
        for (int i = 0; i < 20; i++) {
            score(start(player), i);
        }

        minigames.review(early.id(), review(true));

        assertThat(onBoard(player)).hasValue(400L);
    }

    @Test
    public void what_died_between_the_record_and_the_board_counts_with_a_repeat() {
        PlayerId player = unknownPlayer();
        MinigameRun run = recordedOnly(player, 50);

        assertThat(onBoard(player)).isEmpty();
        assertThat(score(run, 50)).isInstanceOf(ScoreOutcome.Recorded.class);
        assertThat(onBoard(player)).hasValue(50L);
    }

    @Test
    public void what_died_between_the_record_and_the_board_is_sent_again() {
        long before = nextId();
        PlayerId player = unknownPlayer();
        PlayerId other = unknownPlayer();
        score(start(other), 60);
        MinigameRun run = recordedOnly(player, 50);

        long last = boards().resend(own(), before);

        assertThat(last).isEqualTo(countedAs(run));
        assertThat(onBoard(player)).hasValue(50L);
        assertThat(entry(other)).map(BoardEntry::count).hasValue(1L);
        assertThat(boards().resend(own(), last)).isEqualTo(last);
    }

    @Test
    public void a_board_can_be_made_anew() {
        PlayerId player = unknownPlayer();
        for (int i = 0; i < 12; i++) {
            score(start(player), i);
        }
        BoardEntry before = entry(player).orElseThrow();
        storage().leaderboards().drop(GAME.board());

        rebuild();

        assertThat(entry(player)).hasValue(before);
    }

    @Test
    public void a_board_that_has_lost_scores_is_found_and_made_anew() {
        rebuild();
        PlayerId lost = unknownPlayer();
        PlayerId live = unknownPlayer();
        score(start(lost), 70);
        score(start(live), 10);
        storage().leaderboards().drop(GAME.board());
        // Whoever scores first opens the board again: there is one, and much is missing on it.
        score(start(live), 20);
        clock.advance(BOARD_IS_SETTLED);

        BoardRepair.Comparison found = repaired();

        assertThat(found.isRight()).isFalse();
        assertThat(onBoard(lost)).hasValue(70L);
        assertThat(onBoard(live)).hasValue(20L);
        assertThat(compared().isRight()).isTrue();
    }

    @Test
    public void what_nobody_has_recorded_is_taken_off_a_board() {
        rebuild();
        PlayerId nobody = unknownPlayer();
        storage()
                .leaderboards()
                .submit(GAME.board(), new Submission(nobody, nextId(), 99, clock.millis()));

        assertThat(repaired().differing()).isEqualTo(1);
        assertThat(onBoard(nobody)).isEmpty();
    }

    @Test
    public void a_score_on_its_way_is_no_difference_and_one_that_never_came_is() {
        rebuild();
        PlayerId player = unknownPlayer();
        recordedOnly(player, 50);

        assertThat(compared().isRight()).isTrue();
        clock.advance(BOARD_IS_SETTLED);
        assertThat(compared().differing()).isEqualTo(1);
    }

    @Test
    public void a_game_of_balloons_is_a_run_and_its_score_counts_once() {
        BalloonRuns balloons = new BalloonRuns(engine, cup);
        PlayerId player = unknownPlayer();
        BalloonGameId game = new BalloonGameId(nextId());
        balloons.begin(player, game, CUP, clock.millis(), 7);
        balloons.begin(player, game, CUP, clock.millis(), 7);
        clock.advance(PLAYED);

        balloons.finish(player, game, 41, clock.millis());
        balloons.finish(player, game, 41, clock.millis());

        BoardEntry entry = storage().leaderboards().entry(BalloonRuns.BOARD, player).orElseThrow();
        assertThat(entry).extracting(BoardEntry::total, BoardEntry::count).containsExactly(41L, 1L);
        List<Long> sent = List.copyOf(cup.sent);
        assertThat(sent).hasSize(2).containsOnly(sent.getFirst());
        assertThat(storage().minigameRuns().find(sent.getFirst()).orElseThrow())
                .extracting(MinigameRun::minigame, MinigameRun::tournament, MinigameRun::seed)
                .containsExactly(BalloonRuns.MINIGAME, CUP, 7L);
    }

    @Test
    public void balloons_are_not_played_where_one_cannot_play() {
        BalloonRuns balloons = new BalloonRuns(engine, cup);
        PlayerId player = unknownPlayer();

        assertThat(balloons.whyNot(player, CUP)).isEmpty();
        assertThat(balloons.whyNot(player, new TournamentId("other")))
                .contains(MinigameRefusal.UNKNOWN_TOURNAMENT);
        assertThatThrownBy(() ->
                        balloons.finish(player, new BalloonGameId(nextId()), 1, clock.millis()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(minigames.start(player, new OperationId("balloons"), BalloonRuns.MINIGAME, null))
                .isEqualTo(new StartOutcome.Refused(MinigameRefusal.UNKNOWN_MINIGAME));
    }

    private MinigameBoards boards() {
        return new MinigameBoards(storage().leaderboards(), cup);
    }

    private BoardRuns own() {
        return BoardRuns.of(GAME, storage());
    }

    private void rebuild() {
        repair().rebuild(own());
    }

    private BoardRepair repair() {
        return new BoardRepair(storage().leaderboards());
    }

    private BoardRepair.Comparison compared() {
        return repair().compare(own(), clock.millis());
    }

    /** When all that has been scored so far is no longer on its way. */
    private BoardRepair.Comparison repaired() {
        clock.advance(BOARD_IS_SETTLED);
        return repair().repair(own(), clock.millis());
    }

    @Test
    public void a_run_in_a_tournament_counts_there_too() {
        PlayerId player = unknownPlayer();
        MinigameRun run = start(player, CUP);
        cup.away = true;
        assertThatThrownBy(() -> score(run, 30)).isInstanceOf(StorageUnavailableException.class);
        cup.away = false;

        assertThat(score(run, 30)).isInstanceOf(ScoreOutcome.Recorded.class);

        assertThat(cup.sent).containsExactly(run.id());
        assertThat(onBoard(player)).hasValue(30L);
        score(start(player), 20);
        assertThat(cup.sent).hasSize(1);
    }

    @Test
    public void a_tournament_that_does_not_take_it_has_no_run() {
        OperationId operation = new OperationId("lost");
        PlayerId player = unknownPlayer();

        assertThat(minigames.start(player, operation, GAME.id(), new TournamentId("other")))
                .isEqualTo(new StartOutcome.Refused(MinigameRefusal.UNKNOWN_TOURNAMENT));
        assertThat(minigames.start(player, operation, GAME.id(), null))
                .isInstanceOf(StartOutcome.Started.class);
    }

    private MinigameRun start(PlayerId player) {
        return start(player, null);
    }

    private MinigameRun start(PlayerId player, @Nullable TournamentId tournament) {
        OperationId operation = new OperationId("run " + nextId());
        return switch (minigames.start(player, operation, GAME.id(), tournament)) {
            case StartOutcome.Started(MinigameRun run) -> run;
            case StartOutcome other -> throw new AssertionError("not started: " + other);
        };
    }

    /** Sends a score {@link #PLAYED} after the moment. */
    private ScoreOutcome score(MinigameRun run, long score) {
        clock.advance(PLAYED);
        return minigames.score(run.player(), GAME.id(), run.id(), score);
    }

    /** What is left when a process dies after the record. */
    private MinigameRun recordedOnly(PlayerId player, long score) {
        MinigameRun run = start(player);
        clock.advance(PLAYED);
        return storage()
                .minigameRuns()
                .score(
                        run.id(),
                        new RunScore(score, clock.millis(), null, engine.ids().next(), null))
                .orElseThrow();
    }

    private RunReview review(boolean approved) {
        return new RunReview(approved, "ada", "watched it", clock.millis());
    }

    private static ScoreOutcome refused(MinigameRefusal reason) {
        return new ScoreOutcome.Refused(reason);
    }

    private RunStep step(MinigameRun run) {
        return storage().minigameRuns().find(run.id()).orElseThrow().step();
    }

    private static long countedAs(MinigameRun run) {
        return Objects.requireNonNull(run.score()).countedAs();
    }

    private Optional<BoardEntry> entry(PlayerId player) {
        return storage().leaderboards().entry(GAME.board(), player);
    }

    private Optional<Long> onBoard(PlayerId player) {
        return entry(player).map(BoardEntry::total);
    }
}
