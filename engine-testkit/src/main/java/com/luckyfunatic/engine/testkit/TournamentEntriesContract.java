package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.InterruptedStorage.Step;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.EntryOutcome;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.SeatHolds;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentCare;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntries;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlans;
import com.luckyfunatic.engine.tournament.TournamentProblem;
import com.luckyfunatic.engine.tournament.TournamentRefunds;
import com.luckyfunatic.engine.tournament.TournamentRefunds.Cancellation;
import com.luckyfunatic.engine.tournament.TournamentRefusal;
import com.luckyfunatic.engine.tournament.TournamentScores;
import com.luckyfunatic.engine.tournament.TournamentScores.ScoreOutcome;
import com.luckyfunatic.engine.tournament.TournamentScores.ScoreRefusal;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.engine.wallet.WalletRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What taking part in tournaments does on every storage, wherever it is interrupted: seats are
 * taken exactly as often as they are paid for, never more than there are, and everyone gets back
 * what was paid in a cancelled one, once.
 */
public abstract class TournamentEntriesContract extends StorageContract {
    private static final Catalog CONTENT = TestCatalogs.full();
    private static final long FEE = 7;
    private static final Duration TOO_LONG = Hold.TIME.plus(HoldSweeper.MARGIN);
    private static final Duration OPEN = Duration.ofHours(1);

    private final String unique = UUID.randomUUID().toString().replace("-", "");

    @Test
    public void an_entry_is_paid_and_counted() {
        TournamentDefinition cup = published(open().fee(FEE).seats(1, 10));
        PlayerId player = newPlayer(10, 0);

        EntryOutcome outcome = enter(player, "a", cup, FEE);

        assertThat(outcome).isInstanceOf(EntryOutcome.Decided.class);
        assertThat(((EntryOutcome.Decided) outcome).tournament()).isEqualTo(found(cup.id()));
        assertThat(isIn(outcome)).isTrue();
        assertThat(funzOf(player)).isEqualTo(10 - FEE);
        assertCounts(cup, 1, 0);
        assertThat(state(player).tournaments().entered()).isEqualTo(1);
    }

    @Test
    public void a_repeat_gets_the_first_answer_also_when_it_is_over() {
        TournamentDefinition cup = published(open().fee(FEE).seats(1, 1));
        PlayerId player = newPlayer(10, 0);
        enter(player, "a", cup, FEE);
        clock.advance(OPEN.plus(TOO_LONG));

        EntryOutcome.Decided again = (EntryOutcome.Decided) enter(player, "a", cup, FEE);

        assertThat(again.answer().repeated()).isTrue();
        assertThat(isIn(again)).isTrue();
        assertThat(funzOf(player)).isEqualTo(10 - FEE);
        assertCounts(cup, 1, 0);
    }

    @Test
    public void a_second_entry_is_refused_beyond_the_limit() {
        TournamentDefinition cup = published(open().fee(FEE).seats(2, 10));
        PlayerId player = newPlayer(100, 0);
        enter(player, "a", cup, FEE);
        enter(player, "b", cup, FEE);

        assertThat(reason(enter(player, "c", cup, FEE)))
                .isEqualTo(new TournamentRefusal.EntryLimitReached(2));

        assertThat(funzOf(player)).isEqualTo(100 - 2 * FEE);
        assertCounts(cup, 2, 0);
    }

    @Test
    public void who_cannot_pay_holds_no_seat_and_may_try_again() {
        TournamentDefinition cup = published(open().fee(FEE).seats(1, 1));
        PlayerId poor = newPlayer(FEE - 1, 0);

        assertThat(reason(enter(poor, "a", cup, FEE)))
                .isInstanceOf(WalletRefusal.InsufficientFunds.class);
        assertThat(found(cup.id()).lastNumber()).isZero();
        execute(poor, funz(1));

        assertThat(isIn(enter(poor, "a", cup, FEE))).isTrue();
    }

    @Test
    public void before_the_opening_and_after_the_close_nobody_enters() {
        long now = clock.millis();
        TournamentDefinition later = published(TestTournaments.between(now + 1, now + 2).fee(FEE));
        TournamentDefinition over = published(TestTournaments.between(now - 2, now).fee(FEE));
        PlayerId player = newPlayer(100, 0);

        for (TournamentDefinition each : List.of(later, over)) {
            assertThat(reason(enter(player, "a" + each.id(), each, FEE)))
                    .isEqualTo(
                            new TournamentRefusal.TournamentNotOpen(
                                    each.id(), each.opensAtMillis(), each.closesAtMillis(), false));
        }
        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(reason(enter(player, "b", open().fee(FEE).done(), FEE)))
                .isInstanceOf(TournamentRefusal.UnknownTournament.class);
    }

    @Test
    public void a_fee_that_the_player_has_not_seen_is_not_taken() {
        TournamentDefinition cup = published(open().fee(FEE));
        PlayerId player = newPlayer(100, 0);

        assertThat(reason(enter(player, "a", cup, FEE - 1)))
                .isEqualTo(new TournamentRefusal.TournamentFeeChanged(FEE - 1, FEE));

        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(isIn(enter(player, "a", cup, FEE))).isTrue();
    }

    @Test
    public void who_does_not_meet_the_requirements_does_not_enter() {
        TournamentDefinition cup =
                published(open().fee(FEE).requiring(new Requirement.InviteFriends(1)));

        assertThat(reason(enter(newPlayer(100, 0), "a", cup, FEE)))
                .isEqualTo(
                        new TournamentRefusal.TournamentRequirementsNotMet(
                                List.of(new Requirement.InviteFriends(1))));
    }

    @Test
    public void an_operation_id_of_something_else_enters_nothing() {
        TournamentDefinition cup = published(open().fee(FEE).seats(2, 2));
        TournamentDefinition other = published(open().fee(FEE));
        PlayerId player = newPlayer(100, 0);
        execute(player, id("a").value(), funz(-1));
        enter(player, "b", cup, FEE);

        assertThat(enter(player, "a", cup, FEE)).isInstanceOf(EntryOutcome.OperationIdReused.class);
        assertThat(enter(player, "b", other, FEE))
                .isInstanceOf(EntryOutcome.OperationIdReused.class);
        assertThat(enter(player, "b", cup, FEE + 1))
                .isInstanceOf(EntryOutcome.OperationIdReused.class);

        assertThat(funzOf(player)).isEqualTo(99 - FEE);
        assertCounts(cup, 1, 0);
        assertCounts(other, 0, 0);
    }

    /** Whoever held the seat died, or could not reach the store that knows the payment. */
    @Test
    public void what_was_done_under_the_same_id_pays_for_nothing() {
        TournamentDefinition cup = published(open().fee(FEE).seats(2, 2));
        PlayerId player = newPlayer(100, 0);
        interrupt(player, cup, Step.BEFORE_CHARGING);
        execute(player, id("a").value(), funz(1));
        clock.advance(TOO_LONG);

        sweep();

        assertCounts(cup, 0, 0);
        for (int again = 0; again < 2; again++) {
            assertThat(enter(player, "a", cup, FEE))
                    .isInstanceOf(EntryOutcome.OperationIdReused.class);
        }
        assertCounts(cup, 0, 0);
        assertThat(funzOf(player)).isEqualTo(101);
    }

    @Test
    public void of_fifty_callers_ten_get_the_ten_seats_and_pay() {
        TournamentDefinition cup = published(open().fee(FEE).seats(1, 10));
        List<PlayerId> players = players(50);

        List<EntryOutcome> outcomes = Together.run(50, i -> enter(players.get(i), "a", cup, FEE));

        assertThat(outcomes.stream().filter(TournamentEntriesContract::isIn)).hasSize(10);
        assertThat(outcomes.stream().filter(EntryOutcome.NotAdmitted.class::isInstance))
                .hasSize(40)
                .allSatisfy(each ->
                        assertThat(reason(each))
                                .isEqualTo(new TournamentRefusal.TournamentFull(10)));
        assertThat(players.stream().filter(each -> funzOf(each) == 100 - FEE)).hasSize(10);
        assertCounts(cup, 10, 0);
    }

    @Test
    public void a_player_who_enters_twice_at_once_is_in_once() {
        TournamentDefinition cup = published(open().fee(FEE));
        PlayerId player = newPlayer(100, 0);

        List<EntryOutcome> outcomes =
                Together.run(10, i -> retried(player, "a" + i % 2, cup, interrupted(_ -> false)));

        assertThat(outcomes.stream().filter(TournamentEntriesContract::isIn)).isNotEmpty();
        assertThat(funzOf(player)).isEqualTo(100 - FEE);
        assertCounts(cup, 1, 0);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    public void an_entry_that_is_interrupted_is_finished_by_its_repeat(Step step) {
        TournamentDefinition cup = published(open().fee(FEE));
        PlayerId player = newPlayer(100, 0);
        interrupt(player, cup, step);

        assertThat(isIn(enter(player, "a", cup, FEE))).isTrue();

        assertThat(funzOf(player)).isEqualTo(100 - FEE);
        assertCounts(cup, 1, 0);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    public void an_entry_that_is_interrupted_is_settled_as_it_was_paid(Step step) {
        TournamentDefinition cup = published(open().fee(FEE));
        PlayerId player = newPlayer(100, 0);
        interrupt(player, cup, step);
        clock.advance(TOO_LONG);
        sweep();

        boolean paid = step.compareTo(Step.AFTER_CHARGING) >= 0;
        assertThat(funzOf(player)).isEqualTo(paid ? 100 - FEE : 100);
        assertCounts(cup, paid ? 1 : 0, 0);
        // What was not paid then can never be: whoever was slow is told so.
        boolean begun = step != Step.BEFORE_RESERVING;
        assertThat(isIn(enter(player, "a", cup, FEE))).isEqualTo(paid || !begun);
    }

    @Test
    public void nothing_is_swept_before_its_time() {
        TournamentDefinition cup = published(open().fee(FEE));
        PlayerId player = newPlayer(100, 0);
        interrupt(player, cup, Step.BEFORE_CHARGING);
        clock.advance(TOO_LONG.minusMillis(1));
        sweep();

        assertThat(found(cup.id()).held()).isEqualTo(1);
    }

    @Test
    public void what_was_paid_in_a_cancelled_one_is_given_back_once() {
        TournamentDefinition cup = published(open().fee(FEE).seats(2, 10));
        List<PlayerId> players = players(4);
        players.forEach(each -> enter(each, "a", cup, FEE));
        enter(players.getFirst(), "b", cup, FEE);

        assertThat(refunds().cancel(cup.id())).isEqualTo(Cancellation.CANCELLED);
        assertThat(refunds().cancel(cup.id())).isEqualTo(Cancellation.ALREADY_CANCELLED);
        assertThat(reason(enter(newPlayer(100, 0), "c", cup, FEE)))
                .isInstanceOf(TournamentRefusal.TournamentNotOpen.class);
        refunds().refund();
        refunds().refund();

        assertThat(players).allSatisfy(each -> assertThat(funzOf(each)).isEqualTo(100));
        assertCounts(cup, 5, 5);
    }

    /** So that nothing else of a job waits for all of them. */
    @Test
    public void a_round_gives_back_so_many_and_the_next_one_goes_on() {
        TournamentDefinition cup = published(open().fee(FEE));
        List<PlayerId> players = players(5);
        players.forEach(each -> enter(each, "a", cup, FEE));
        refunds().cancel(cup.id());

        assertThat(refunds().refund(2)).isEqualTo(2);
        assertCounts(cup, 5, 2);
        assertThat(refunds().refund(2)).isEqualTo(2);
        assertThat(refunds().refund(2)).isEqualTo(1);
        assertThat(refunds().refund(2)).isZero();

        assertThat(players).allSatisfy(each -> assertThat(funzOf(each)).isEqualTo(100));
        assertCounts(cup, 5, 5);
    }

    @Test
    public void what_does_not_take_place_any_more_cannot_be_cancelled_late() {
        TournamentDefinition cup = published(open());
        assertThat(storage().tournaments().move(cup.id(), 2, TournamentStage.RANKED)).isTrue();
        assertThat(storage().tournaments().move(cup.id(), 3, TournamentStage.PAYING)).isTrue();

        assertThat(refunds().cancel(cup.id())).isEqualTo(Cancellation.TOO_LATE);
        assertThat(refunds().cancel(TestTournaments.unusedId())).isEqualTo(Cancellation.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    public void a_refund_that_is_interrupted_is_finished_once(Step step) {
        TournamentDefinition cup = published(open().fee(FEE));
        List<PlayerId> players = players(3);
        players.forEach(each -> enter(each, "a", cup, FEE));
        refunds().cancel(cup.id());
        GameStorage cutting = interrupted(each -> each == step);
        if (step.compareTo(Step.BEFORE_CHARGING) >= 0) {
            assertThatThrownBy(() -> new TournamentRefunds(engine(cutting)).refund())
                    .isInstanceOf(StorageUnavailableException.class);
        }

        refunds().refund();

        assertThat(players).allSatisfy(each -> assertThat(funzOf(each)).isEqualTo(100));
        assertCounts(cup, 3, 3);
    }

    @Test
    public void entries_that_race_with_the_cancellation_are_refused_or_given_back() {
        TournamentDefinition cup = published(open().fee(FEE));
        List<PlayerId> players = players(30);

        Together.run(
                34,
                i -> {
                    if (i >= 30) {
                        if (i == 30) {
                            refunds().cancel(cup.id());
                        }
                        refundAsBestAsItGoes();
                    } else {
                        RandomGenerator random = Seeds.random(i);
                        retried(players.get(i), "a", cup, interrupted(_ -> random.nextInt(6) == 0));
                    }
                    return i;
                });
        clock.advance(TOO_LONG);
        sweep();
        refunds().refund();

        assertThat(players).allSatisfy(each -> assertThat(funzOf(each)).isEqualTo(100));
        Tournament after = found(cup.id());
        assertThat(after.stage()).isEqualTo(TournamentStage.CANCELLED);
        assertThat(after.held()).isZero();
        assertThat(after.refunded()).isEqualTo(after.entered());
    }

    @Test
    public void a_crowd_that_is_cut_off_pays_exactly_for_the_seats_that_it_has() {
        TournamentDefinition cup = published(open().fee(FEE).seats(1, 20));
        List<PlayerId> players = players(60);

        Together.run(
                60,
                i -> {
                    RandomGenerator random = Seeds.random(i);
                    return retried(
                            players.get(i), "a", cup, interrupted(_ -> random.nextInt(4) == 0));
                });
        clock.advance(TOO_LONG);
        sweep();

        long paid = players.stream().filter(each -> funzOf(each) == 100 - FEE).count();
        assertThat(paid).isBetween(1L, 20L);
        assertCounts(cup, paid, 0);
        assertThat(storage().tournaments().entries(cup.id(), 0, 100).items())
                .hasSize(Math.toIntExact(paid))
                .allSatisfy(each -> assertThat(each.step()).isEqualTo(EntryStep.CONFIRMED))
                .extracting(TournamentEntry::player)
                .doesNotHaveDuplicates();
    }

    @Test
    public void scores_count_for_players_who_are_in() {
        TournamentDefinition cup = published(open());
        PlayerId player = newPlayer(10, 0);
        long now = clock.millis();

        assertThat(score(cup, player, 1, now, 50, now)).isEqualTo(ScoreRefusal.NOT_ENTERED);
        assertThat(scores().whyNotBegin(cup.id(), player, now)).isEqualTo(ScoreRefusal.NOT_ENTERED);
        enter(player, "a", cup, 0);
        assertThat(scores().whyNotBegin(cup.id(), player, now)).isNull();
        assertThat(score(cup, player, 1, now, 50, now)).isNull();
        assertThat(score(cup, player, 1, now, 50, now)).isNull();

        assertThat(scoreOf(cup, player)).isEqualTo(50);
        assertThat(score(cup, player, 2, now, -1, now)).isEqualTo(ScoreRefusal.NOT_COUNTED);
        assertThat(scores().submit(cup.id(), player, 2, now, -1, now))
                .isEqualTo(
                        new ScoreOutcome.Refused(
                                ScoreRefusal.NOT_COUNTED, LeaderboardRefusal.SCORE_NEGATIVE));
        assertThat(score(open().done(), player, 3, now, 5, now))
                .isEqualTo(ScoreRefusal.UNKNOWN_TOURNAMENT);
    }

    @Test
    public void a_late_score_counts_within_the_grace_of_a_run_that_began_in_time() {
        TournamentDefinition cup = published(open());
        PlayerId player = newPlayer(10, 0);
        enter(player, "a", cup, 0);
        long closes = cup.closesAtMillis();
        long ends = closes + 60_000;

        assertThat(score(cup, player, 1, closes, 5, closes)).isEqualTo(ScoreRefusal.NOT_OPEN);
        assertThat(score(cup, player, 1, cup.opensAtMillis() - 1, 5, closes))
                .isEqualTo(ScoreRefusal.NOT_OPEN);
        assertThat(score(cup, player, 2, closes - 1, 6, ends)).isNull();
        assertThat(score(cup, player, 3, closes - 1, 7, ends + 1)).isEqualTo(ScoreRefusal.LATE);
        assertThat(scores().whyNotBegin(cup.id(), player, closes)).isEqualTo(ScoreRefusal.NOT_OPEN);

        assertThat(storage().tournaments().move(cup.id(), 2, TournamentStage.RANKED)).isTrue();
        assertThat(score(cup, player, 4, closes - 1, 9, closes)).isEqualTo(ScoreRefusal.LATE);
        assertThat(scoreOf(cup, player)).isEqualTo(6);
    }

    @Test
    public void who_is_out_leaves_the_board_and_does_not_come_back() {
        TournamentDefinition cup = published(open().seats(2, 0));
        PlayerId cheat = newPlayer(10, 0);
        PlayerId honest = newPlayer(10, 0);
        long now = clock.millis();
        enter(cheat, "a", cup, 0);
        enter(honest, "a", cup, 0);
        score(cup, cheat, 1, now, 50, now);
        score(cup, honest, 1, now, 5, now);
        Disqualification why = new Disqualification("too fast", "ann", now);

        assertThat(plans().disqualify(cup.id(), cheat, why)).contains(why);
        assertThat(plans().disqualify(cup.id(), cheat, why)).contains(why);

        assertThat(score(cup, cheat, 2, now, 90, now)).isEqualTo(ScoreRefusal.DISQUALIFIED);
        assertThat(storage().leaderboards().rank(cup.board(), cheat)).isEmpty();
        assertThat(storage().leaderboards().rank(cup.board(), honest).orElseThrow().rank())
                .isEqualTo(1);
        assertThat(reason(enter(cheat, "b", cup, 0)))
                .isEqualTo(new TournamentRefusal.PlayerDisqualified(cup.id()));
        assertThat(plans().disqualify(TestTournaments.unusedId(), cheat, why)).isEmpty();
    }

    @Test
    public void what_the_content_does_not_have_is_neither_kept_nor_announced() {
        TournamentDefinition unplayable =
                open().minigame(new MinigameId("star_cather"))
                        .requiring(new Requirement.FinishQuest(new QuestId("nothing")))
                        .done();

        assertThat(plans().create(unplayable, CONTENT))
                .isEqualTo(
                        new TournamentPlans.Outcome.Invalid(
                                List.of(
                                        new TournamentProblem(
                                                "minigame", "there is no minigame 'star_cather'"),
                                        new TournamentProblem(
                                                "requirements[0].quest",
                                                "there is no quest 'nothing'"))));
        assertThat(storage().tournaments().find(unplayable.id())).isEmpty();
        // As if the content had lost it since.
        storage().tournaments().create(unplayable);
        assertThat(plans().publish(unplayable.id(), 1, clock.millis(), CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.Invalid.class);
        assertThat(found(unplayable.id()).stage()).isEqualTo(TournamentStage.DRAFT);
    }

    @Test
    public void a_plan_is_checked_before_it_is_kept() {
        TournamentDefinition draft = open().done();
        TournamentDefinition wrong = open().seats(0, 0).done();

        assertThat(plans().create(wrong, CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.Invalid.class);
        assertThat(storage().tournaments().find(wrong.id())).isEmpty();
        assertThat(plans().create(draft, CONTENT)).isInstanceOf(TournamentPlans.Outcome.Done.class);
        assertThat(plans().create(draft, CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.NameTaken.class);
        assertThat(plans().change(draft, 7, CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.Conflict.class);
        assertThat(plans().change(draft, 1, CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.Done.class);
        assertThat(plans().publish(draft.id(), 1, clock.millis(), CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.Conflict.class);
        assertThat(plans().publish(draft.id(), 2, draft.closesAtMillis(), CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.Invalid.class);
        assertThat(plans().publish(draft.id(), 2, clock.millis(), CONTENT))
                .isEqualTo(new TournamentPlans.Outcome.Done(found(draft.id())));
        assertThat(plans().change(draft, 3, CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.Conflict.class);
        assertThat(plans().publish(TestTournaments.unusedId(), 1, clock.millis(), CONTENT))
                .isInstanceOf(TournamentPlans.Outcome.Unknown.class);
    }

    @Test
    public void the_tournament_of_a_series_and_the_next_are_announced_once() {
        TournamentSeries series = series();
        GameEngine engine = engine(series);
        TournamentId first = series.occurrence(0).id();
        TournamentId second = series.occurrence(1).id();

        List<Integer> announced =
                Together.run(10, _ -> new TournamentCare(engine).run().announced());

        assertThat(announced.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(found(first)).isEqualTo(announced(series, 0));
        assertThat(found(second)).isEqualTo(announced(series, 1));
        clock.advance(OPEN);
        assertThat(new TournamentCare(engine).run().announced()).isEqualTo(1);
        assertThat(new TournamentCare(engine).run().announced()).isZero();
        assertThat(found(series.occurrence(2).id())).isEqualTo(announced(series, 2));
    }

    @Test
    public void who_died_while_announcing_is_followed_and_what_is_over_is_left_out() {
        TournamentSeries series = series();
        storage().tournaments().create(series.occurrence(0));
        assertThat(new TournamentCare(engine(series)).announce()).isEqualTo(2);
        assertThat(found(series.occurrence(0).id()).stage()).isEqualTo(TournamentStage.PUBLISHED);

        // A long silence, and then a moment between two of them.
        clock.advance(OPEN.multipliedBy(10).minusMillis(1));
        assertThat(new TournamentCare(engine(series)).announce()).isEqualTo(1);

        assertThat(storage().tournaments().find(series.occurrence(9).id())).isEmpty();
        assertThat(found(series.occurrence(10).id())).isEqualTo(announced(series, 10));
    }

    /** The first is announced, and of the second there is the draft of one who died. */
    @Test
    public void what_has_its_number_for_a_name_is_not_announced_a_second_time() {
        TournamentSeries series = series();
        TournamentDefinition first = named(series.occurrence(0), series.id() + "_7");
        TournamentDefinition second = named(series.occurrence(1), series.id() + "_8");
        storage().tournaments().create(first);
        plans().publish(first.id(), 1, clock.millis(), TestCatalogs.holding(List.of(series)));
        storage().tournaments().create(second);

        assertThat(new TournamentCare(engine(series)).announce()).isEqualTo(1);

        assertThat(found(second.id()).stage()).isEqualTo(TournamentStage.PUBLISHED);
        assertThat(storage().tournaments().find(series.occurrence(0).id())).isEmpty();
        assertThat(storage().tournaments().find(series.occurrence(1).id())).isEmpty();
        clock.advance(OPEN);
        assertThat(new TournamentCare(engine(series)).announce()).isEqualTo(1);
        assertThat(found(series.occurrence(2).id())).isEqualTo(announced(series, 2));
    }

    @Test
    public void a_changed_schedule_stops_no_tournament() {
        TournamentSeries hourly = series();
        new TournamentCare(engine(hourly)).announce();
        TournamentSeries later = with(hourly, clock.instant().plus(OPEN.dividedBy(2)));
        clock.advance(OPEN.dividedBy(2));

        assertThat(new TournamentCare(engine(later)).announce()).isEqualTo(2);

        assertThat(found(later.occurrence(0).id())).isEqualTo(announced(later, 0));
        assertThat(found(later.occurrence(1).id())).isEqualTo(announced(later, 1));
    }

    private static TournamentSeries with(TournamentSeries series, Instant firstStart) {
        return new TournamentSeries(
                series.id(),
                series.name(),
                series.minigame(),
                firstStart,
                series.every(),
                series.lasts(),
                series.scoring(),
                series.currency(),
                series.entryFee(),
                series.entriesPerPlayer(),
                series.seats(),
                series.requirements(),
                series.prizes());
    }

    private static TournamentDefinition named(TournamentDefinition tournament, String name) {
        return new TournamentDefinition(
                new TournamentId(name),
                tournament.name(),
                tournament.minigame(),
                tournament.opensAtMillis(),
                tournament.closesAtMillis(),
                tournament.scoring(),
                tournament.currency(),
                tournament.entryFee(),
                tournament.entriesPerPlayer(),
                tournament.seats(),
                tournament.requirements(),
                tournament.prizes());
    }

    @Test
    public void care_settles_and_refunds_too() {
        TournamentDefinition cup = published(open().fee(FEE));
        TournamentDefinition gone = published(open().fee(FEE));
        PlayerId player = newPlayer(100, 0);
        enter(player, "b", gone, FEE);
        refunds().cancel(gone.id());
        interrupt(player, cup, Step.AFTER_CHARGING);
        clock.advance(TOO_LONG);

        TournamentCare.Round round = new TournamentCare(engine(interrupted(_ -> false))).run();

        assertThat(round.settled()).isPositive();
        assertThat(round.refunded()).isPositive();
        assertThat(round.done()).isEqualTo(round.settled() + round.refunded());
        assertThat(funzOf(player)).isEqualTo(100 - FEE);
        assertCounts(cup, 1, 0);
        assertCounts(gone, 1, 1);
    }

    /** Every hour, open for all of it but a second; the first opens now. */
    private TournamentSeries series() {
        TournamentDefinition cup = open().fee(FEE).done();
        return new TournamentSeries(
                // Its own, for tests may share an instance and a database.
                new TournamentId(
                        "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20)),
                "Hourly",
                cup.minigame(),
                clock.instant(),
                OPEN,
                OPEN.minusSeconds(1),
                cup.scoring(),
                cup.currency(),
                FEE,
                1,
                0,
                List.of(),
                cup.prizes());
    }

    private GameEngine engine(TournamentSeries series) {
        return GameEngine.builder(interrupted(_ -> false))
                .clock(clock)
                .build(TestCatalogs.holding(List.of(series)));
    }

    private static Tournament announced(TournamentSeries series, long number) {
        return Tournament.draft(series.occurrence(number)).in(TournamentStage.PUBLISHED);
    }

    private TournamentScores scores() {
        return new TournamentScores(storage());
    }

    private @Nullable ScoreRefusal score(
            TournamentDefinition cup,
            PlayerId player,
            long run,
            long startedAt,
            long score,
            long at) {
        ScoreOutcome outcome = scores().submit(cup.id(), player, run, startedAt, score, at);
        return outcome instanceof ScoreOutcome.Refused(ScoreRefusal reason, var _) ? reason : null;
    }

    private long scoreOf(TournamentDefinition cup, PlayerId player) {
        return storage()
                .leaderboards()
                .rank(cup.board(), player)
                .orElseThrow()
                .place()
                .score()
                .whole();
    }

    private TournamentPlans plans() {
        return new TournamentPlans(storage());
    }

    private TestTournaments.Sketch open() {
        long now = clock.millis();
        return TestTournaments.between(now, now + OPEN.toMillis());
    }

    private TournamentDefinition published(TestTournaments.Sketch sketch) {
        TournamentDefinition cup = sketch.done();
        assertThat(storage().tournaments().create(cup)).isTrue();
        assertThat(storage().tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED)).isTrue();
        return cup;
    }

    private List<PlayerId> players(int count) {
        List<PlayerId> players = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            players.add(newPlayer(100, 0));
        }
        return players;
    }

    /** Ids of players may come again in a shared storage: with this they are new. */
    private OperationId id(String name) {
        return new OperationId(name.length() > 25 ? name : name + unique);
    }

    private EntryOutcome enter(PlayerId player, String name, TournamentDefinition cup, long fee) {
        return new TournamentEntries(engine(interrupted(_ -> false)))
                .enter(player, id(name), cup.id(), fee);
    }

    /** Enters, repeating it a few times when it is cut off. */
    private EntryOutcome retried(
            PlayerId player, String name, TournamentDefinition cup, GameStorage on) {
        @Nullable RuntimeException last = null;
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                return new TournamentEntries(engine(on)).enter(player, id(name), cup.id(), FEE);
            } catch (StorageUnavailableException | StorageConflictException e) {
                last = e;
            }
        }
        return new EntryOutcome.NotAdmitted(gaveUp(last));
    }

    private static Refusal gaveUp(@Nullable RuntimeException last) {
        assertThat(last).isNotNull();
        return new TournamentRefusal.TournamentFull(0);
    }

    private void interrupt(PlayerId player, TournamentDefinition cup, Step at) {
        GameStorage cutting = interrupted(step -> step == at);
        assertThatThrownBy(() ->
                        new TournamentEntries(engine(cutting))
                                .enter(player, id("a"), cup.id(), FEE))
                .isInstanceOf(StorageUnavailableException.class);
    }

    private void refundAsBestAsItGoes() {
        try {
            refunds().refund();
        } catch (StorageUnavailableException | StorageConflictException e) {
            Thread.onSpinWait();
        }
    }

    private GameStorage interrupted(Predicate<Step> fails) {
        return new InterruptedStorage(storage(), this::nextId, fails);
    }

    private GameEngine engine(GameStorage on) {
        return GameEngine.builder(on).clock(clock).build(TestCatalogs.full());
    }

    private TournamentRefunds refunds() {
        return new TournamentRefunds(engine(interrupted(_ -> false)));
    }

    private void sweep() {
        SeatHolds.sweeper(storage(), clock).sweep();
    }

    private static boolean isIn(EntryOutcome outcome) {
        return outcome instanceof EntryOutcome.Decided(var answer, var _)
                && answer.outcome() instanceof Outcome.Accepted;
    }

    private static Refusal reason(EntryOutcome outcome) {
        assertThat(outcome).isInstanceOf(EntryOutcome.NotAdmitted.class);
        return ((EntryOutcome.NotAdmitted) outcome).reason();
    }

    private Tournament found(TournamentId id) {
        return storage().tournaments().find(id).orElseThrow();
    }

    private void assertCounts(TournamentDefinition cup, long entered, long refunded) {
        Tournament now = found(cup.id());
        assertThat(now.held()).isZero();
        assertThat(now.entered()).isEqualTo(entered);
        assertThat(now.refunded()).isEqualTo(refunded);
        assertThat(now.collected()).isEqualTo(entered * cup.entryFee());
    }

    private long funzOf(PlayerId player) {
        return state(player).wallet().funz();
    }
}
