package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.ApprovedRuns;
import com.luckyfunatic.engine.prize.ExpectedPrize;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.LeftOut;
import com.luckyfunatic.engine.prize.PrizeForecast;
import com.luckyfunatic.engine.prize.PrizeForecasts;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeReceipt;
import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.SeatOutcome;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What becomes of tournaments that are over on every storage, wherever processes die and however
 * long they stand still: everybody who is ranked is paid once, and never more than the pool.
 */
public abstract class PrizeRunContract extends StorageContract {
    private static final int WINNERS = 6;
    private static final long FEE = 10;
    private static final int SEEDS = 20;
    private static final int PLAYERS = 105;

    /** How many record their runs at once: no more than any storage has connections for. */
    private static final int AT_ONCE = 8;

    /** Shares of a pool of 54 of 60: 27, 5 each, and what flooring leaves. */
    private static final PrizeTable SHARES =
            new PrizeTable(
                    Currency.FUNZ,
                    1_000,
                    0,
                    PrizeKind.SHARES,
                    List.of(new PrizeRange(1, 1, 5_000), new PrizeRange(2, 6, 1_000)));

    /** The last one is the first who wins nothing. */
    private static final List<Long> SHARED = List.of(29L, 5L, 5L, 5L, 5L, 5L, 0L);

    /** One tournament, and who is in it. */
    private record Cup(TournamentDefinition definition, List<PlayerId> players) {
        TournamentId id() {
            return definition.id();
        }
    }

    private final List<PlayerId> winners = new ArrayList<>();

    /** Others than before: tests may share an instance. */
    @BeforeEach
    public final void begin() {
        winners.clear();
    }

    @Test
    public void everybody_who_is_ranked_is_paid_by_rank() {
        Cup cup = playedCup(SHARES);
        List<Long> before = funz(cup);
        end();

        PrizeRun.Round round = run(storage(), cup);

        assertThat(round).isEqualTo(new PrizeRun.Round(1, 1, WINNERS, null));
        checkPaid(cup, before, SHARED);
        assertThat(run(storage(), cup).isIdle()).isTrue();
        checkPaid(cup, before, SHARED);
    }

    @Test
    public void those_of_all_that_are_over_are_paid() {
        Cup cup = playedCup(SHARES);
        List<Long> before = funz(cup);
        end();

        assertThat(runAll().done()).isPositive();

        checkPaid(cup, before, SHARED);
    }

    @Test
    public void nothing_ends_before_the_last_score_can_have_come() {
        Cup cup = playedCup(SHARES);
        clock.advance(
                Duration.ofMillis(cup.definition().endsAtMillis() - clock.millis())
                        .plus(PrizeRun.MARGIN));

        runAll();
        run(storage(), cup);
        assertThat(stage(cup)).isEqualTo(TournamentStage.PUBLISHED);

        clock.advance(Duration.ofMillis(1));
        run(storage(), cup);
        assertThat(stage(cup)).isEqualTo(TournamentStage.DONE);
    }

    @Test
    public void it_waits_for_who_is_just_paying() {
        Cup cup = playedCup(SHARES);
        OperationId late = new OperationId("late");
        storage().tournaments().hold(wanted(cup.definition(), somebody(), late));
        end();

        assertThat(run(storage(), cup).isIdle()).isTrue();

        assertThat(stage(cup)).isEqualTo(TournamentStage.PUBLISHED);
    }

    @Test
    public void what_leaderboards_have_lost_or_never_had_is_paid_by_the_record() {
        for (TournamentStage found : List.of(TournamentStage.PUBLISHED, TournamentStage.RANKED)) {
            Cup cup = playedCup(SHARES);
            List<Long> before = funz(cup);
            BoardId board = cup.definition().board();
            storage().leaderboards().open(board, cup.definition().boardSettings());
            storage()
                    .leaderboards()
                    .submit(board, new Submission(somebody(), 1, 9, clock.millis()));
            end();
            if (found == TournamentStage.RANKED) {
                move(cup, found);
                storage().leaderboards().drop(board);
            }

            run(storage(), cup);

            checkPaid(cup, before, SHARED);
        }
    }

    @Test
    public void of_many_scores_those_count_that_the_scoring_says() {
        for (ScoringMethod method : List.of(ScoringMethod.BEST, ScoringMethod.LAST)) {
            TournamentDefinition definition = published(SHARES, FEE, method);
            PlayerId steady = newPlayer();
            PlayerId fallen = newPlayer();
            Cup cup = new Cup(definition, List.of(steady, fallen));
            cup.players().forEach(each -> enter(cup, each));
            record(cup, fallen, 100);
            for (int i = 0; i < 12; i++) {
                record(cup, steady, 50);
                record(cup, fallen, 20 - i);
            }
            end();

            run(storage(), cup);

            PlayerId first = method == ScoringMethod.BEST ? fallen : steady;
            assertThat(storage().prizeRuns().page(cup.id(), 0, 2).items().getFirst().player())
                    .as(method.name())
                    .isEqualTo(first);
        }
    }

    @Test
    public void a_tournament_that_nobody_has_played_ends_without_prizes() {
        Cup cup = new Cup(published(SHARES, FEE), List.of(newPlayer()));
        enter(cup, cup.players().getFirst());
        List<Long> before = funz(cup);
        end();

        assertThat(run(storage(), cup)).isEqualTo(new PrizeRun.Round(1, 1, 0, null));

        assertThat(funz(cup)).isEqualTo(before);
    }

    @Test
    public void a_flagged_run_is_waited_for_and_counts_when_it_is_approved() {
        Cup cup = playedCup(SHARES);
        PlayerId last = cup.players().getLast();
        long flagged = flagged(cup, last, PLAYERS + 1);
        end();
        assertThat(run(storage(), cup).isIdle()).isTrue();
        assertThat(stage(cup)).isEqualTo(TournamentStage.PUBLISHED);

        review(flagged, true);
        assertThat(leftOut(cup, flagged)).isEmpty();
        run(storage(), cup);

        assertThat(storage().prizeRuns().standing(cup.id(), last))
                .hasValueSatisfying(standing -> assertThat(standing.rank()).isOne());
        assertThat(leftOut(cup, flagged)).isEmpty();
    }

    @Test
    public void a_flagged_run_does_not_count_when_it_is_rejected_or_approved_too_late() {
        for (boolean isRejected : new boolean[] {true, false}) {
            Cup cup = playedCup(SHARES);
            List<Long> before = funz(cup);
            long flagged = flagged(cup, cup.players().getLast(), PLAYERS + 1);
            end();
            if (isRejected) {
                review(flagged, false);
            } else {
                clock.advance(TournamentDefinition.REVIEW);
                review(flagged, true);
            }

            run(storage(), cup);

            checkPaid(cup, before, SHARED);
        }
    }

    @Test
    public void who_waits_for_a_review_is_not_waited_for_for_ever() {
        Cup cup = playedCup(SHARES);
        List<Long> before = funz(cup);
        flagged(cup, cup.players().getLast(), PLAYERS + 1);
        end();
        clock.advance(TournamentDefinition.REVIEW);

        run(storage(), cup);

        checkPaid(cup, before, SHARED);
    }

    @Test
    public void a_flagged_run_of_who_is_disqualified_is_not_waited_for() {
        Cup cup = playedCup(SHARES);
        PlayerId out = cup.players().getFirst();
        flagged(cup, out, PLAYERS + 1);
        storage()
                .tournaments()
                .disqualify(cup.id(), out, new Disqualification("cheated", "ann", 1));
        end();

        run(storage(), cup);

        assertThat(stage(cup)).isEqualTo(TournamentStage.DONE);
    }

    @Test
    public void who_approves_a_run_too_late_is_told() {
        Cup cup = playedCup(SHARES);
        long flagged = flagged(cup, cup.players().getLast(), PLAYERS + 1);
        end();
        clock.advance(TournamentDefinition.REVIEW);
        review(flagged, true);
        assertThat(leftOut(cup, flagged)).hasValue(LeftOut.REVIEWED_LATE);

        run(storage(), cup);

        assertThat(leftOut(cup, flagged)).hasValue(LeftOut.REVIEWED_LATE);
    }

    @Test
    public void who_approves_a_run_of_a_player_who_is_out_is_told_unless_all_are() {
        Cup cup = playedCup(SHARES);
        PlayerId out = cup.players().getFirst();
        long flagged = flagged(cup, out, PLAYERS + 1);
        storage()
                .tournaments()
                .disqualify(cup.id(), out, new Disqualification("cheated", "ann", 1));
        review(flagged, true);

        assertThat(leftOut(cup, flagged)).hasValue(LeftOut.DISQUALIFIED);
        move(cup, TournamentStage.CANCELLED);
        assertThat(leftOut(cup, flagged)).hasValue(LeftOut.CANCELLED);
    }

    @Test
    public void
            who_approves_a_run_that_came_after_the_standings_is_told_unless_it_changes_nothing() {
        Cup cup = playedCup(SHARES);
        end();
        run(storage(), cup);
        PlayerId first = cup.players().getFirst();
        long worse = flagged(cup, first, 1);
        long better = flagged(cup, first, PLAYERS + 1);
        long only = flagged(cup, somebody(), 1);

        review(worse, true);
        assertThat(leftOut(cup, worse)).isEmpty();
        review(better, true);
        assertThat(leftOut(cup, better)).hasValue(LeftOut.RANKED);
        review(only, true);
        assertThat(leftOut(cup, only)).hasValue(LeftOut.RANKED);
    }

    private Optional<LeftOut> leftOut(Cup cup, long run) {
        return new ApprovedRuns(storage())
                .leftOut(
                        storage().minigameRuns().find(run).orElseThrow(),
                        storage().tournaments().find(cup.id()).orElseThrow());
    }

    private long flagged(Cup cup, PlayerId player, long score) {
        long at = cup.definition().opensAtMillis() + 2;
        MinigameRun run = started(cup, player, at);
        storage()
                .minigameRuns()
                .score(run.id(), new RunScore(score, at, RunFlag.TOO_FAST, 0, null));
        return run.id();
    }

    private void review(long run, boolean approved) {
        storage()
                .minigameRuns()
                .review(run, new RunReview(approved, "ann", "looked", clock.millis()), nextId());
    }

    @Test
    public void where_nobody_entered_nobody_is_paid() {
        TournamentDefinition empty = published(SHARES, 0);
        end();

        PrizeRun.Round round = run(storage(), new Cup(empty, List.of()));

        assertThat(round).isEqualTo(new PrizeRun.Round(1, 1, 0, null));
    }

    @Test
    public void who_is_disqualified_is_not_ranked_and_everybody_below_moves_up() {
        Cup cup = playedCup(SHARES);
        PlayerId out = cup.players().get(1);
        // Whoever noted it died before the board learned it.
        storage()
                .tournaments()
                .disqualify(cup.id(), out, new Disqualification("cheated", "ann", 1));
        List<PlayerId> ranked = new ArrayList<>(cup.players());
        ranked.remove(1);
        Cup left = new Cup(cup.definition(), ranked);
        List<Long> before = funz(left);
        long outBefore = state(out).wallet().funz();
        end();

        run(storage(), cup);

        checkPaid(left, before, SHARED.subList(0, WINNERS));
        assertThat(state(out).wallet().funz()).isEqualTo(outBefore);
        assertThat(storage().prizeRuns().standing(cup.id(), out)).isEmpty();
    }

    @Test
    public void what_is_cancelled_before_it_is_paid_pays_nobody() {
        Cup cup = playedCup(SHARES);
        List<Long> before = funz(cup);
        end();
        move(cup, TournamentStage.RANKED);
        move(cup, TournamentStage.CANCELLED);

        assertThat(run(storage(), cup).isIdle()).isTrue();

        assertThat(funz(cup)).isEqualTo(before);
    }

    @Test
    public void what_does_not_fit_is_cut_and_told() {
        Cup cup = playedCup(SHARES);
        PlayerId full = cup.players().getFirst();
        execute(full, funz(Amounts.MAX - 4 - state(full).wallet().funz()));
        end();

        run(storage(), cup);

        assertThat(state(full).wallet().funz()).isEqualTo(Amounts.MAX);
        assertThat(storage().prizeRuns().standing(cup.id(), full))
                .hasValueSatisfying(standing ->
                        assertThat(standing.receipt())
                                .isEqualTo(new PrizeReceipt(Currency.FUNZ, 4, 25, clock.millis())));
        execute(full, new AdjustBalance(Currency.FUNZ, -Amounts.MAX, "test"));
    }

    @Test
    public void who_was_erased_is_paid_too() {
        Cup cup = playedCup(SHARES);
        List<Long> before = funz(cup);
        engine(storage())
                .erase(
                        new CommandEnvelope(
                                cup.players().getFirst(),
                                new OperationId("erase"),
                                clock.millis(),
                                new Actor.Operator("ann"),
                                new ErasePlayer()));
        end();

        run(storage(), cup);

        checkPaid(cup, before, SHARED);
    }

    @Test
    public void what_is_foretold_is_paid() {
        Cup cup = playedCup(SHARES);
        List<Long> before = funz(cup);
        assertThat(forecast(cup).isFinal()).isFalse();
        List<Long> running = foretold(cup);
        end();

        run(storage(), cup);

        checkPaid(cup, before, running.subList(0, WINNERS + 1));
        assertThat(forecast(cup).isFinal()).isTrue();
        assertThat(foretold(cup)).isEqualTo(running).hasSize(PLAYERS);
        assertThat(forecast(cup).payouts().total()).isEqualTo(54);
    }

    @Test
    public void many_who_pay_at_once_pay_once() {
        Cup cup = playedCup(SHARES);
        List<Long> before = funz(cup);
        end();

        List<PrizeRun.Round> rounds = Together.run(8, _ -> run(storage(), cup));

        checkPaid(cup, before, SHARED);
        assertThat(rounds.stream().mapToInt(PrizeRun.Round::ranked).sum()).isOne();
        assertThat(rounds.stream().mapToInt(PrizeRun.Round::done).sum()).isOne();
    }

    @Test
    @Timeout(600)
    public void whoever_stands_still_anywhere_while_others_finish_changes_nothing() {
        int step = 0;
        boolean reached = true;
        while (reached) {
            Cup cup = playedCup(SHARES);
            List<Long> before = funz(cup);
            end();
            int at = step++;
            int[] passed = new int[1];

            run(
                    MortalStorage.everywhere(
                            storage(),
                            this::nextId,
                            () -> {
                                if (passed[0]++ == at) {
                                    run(storage(), cup);
                                }
                            }),
                    cup);

            reached = passed[0] > at;
            checkPaid(cup, before, SHARED);
        }
        assertThat(step).as("steps").isGreaterThan(40);
    }

    @Test
    @Timeout(600)
    public void whoever_dies_at_any_step_is_followed_by_one_who_finishes() {
        int step = 0;
        boolean died = true;
        while (died) {
            Cup cup = playedCup(SHARES);
            List<Long> before = funz(cup);
            end();
            int at = step++;

            died = isDead(cup, new LastStep(at));

            run(storage(), cup);
            checkPaid(cup, before, SHARED);
        }
        assertThat(step).as("steps").isGreaterThan(40);
    }

    @Test
    @Timeout(600)
    public void those_who_die_and_stand_still_again_and_again_pay_once() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            RandomGenerator random = Seeds.random(seed);
            Cup cup = playedCup(SHARES);
            List<Long> before = funz(cup);
            end();
            int deaths = 0;
            while (isDead(cup, new Restless(cup, random, 0))) {
                deaths++;
                assertThat(deaths).isLessThan(1_000);
            }
            checkPaid(cup, before, SHARED);
        }
    }

    /** A process that dies some day, and while it stands still others do a part of the work. */
    private final class Restless implements MortalStorage.Fate {
        private static final int DEEPEST = 2;

        private final Cup cup;
        private final RandomGenerator random;
        private final int depth;
        private final LastStep last;

        Restless(Cup cup, RandomGenerator random, int depth) {
            this.cup = cup;
            this.random = random;
            this.depth = depth;
            last = new LastStep(random.nextInt(60));
        }

        @Override
        public void pass() {
            last.pass();
            if (depth < DEEPEST && random.nextInt(8) == 0) {
                isDead(cup, new Restless(cup, random, depth + 1));
            }
        }
    }

    /** A process that lives for so many steps; once dead, it does nothing any more. */
    private static final class LastStep implements MortalStorage.Fate {
        private int left;

        LastStep(int left) {
            this.left = left;
        }

        @Override
        public void pass() {
            if (left-- <= 0) {
                throw new MortalStorage.Died();
            }
        }
    }

    private boolean isDead(Cup cup, MortalStorage.Fate fate) {
        try {
            run(MortalStorage.everywhere(storage(), this::nextId, fate), cup);
            return false;
        } catch (MortalStorage.Died e) {
            return true;
        }
    }

    private void checkPaid(Cup cup, List<Long> before, List<Long> prizes) {
        checkRanked(cup, before, prizes);
        assertThat(storage().prizeRuns().progress(cup.id()).written())
                .isEqualTo(PLAYERS - SHARED.size() + cup.players().size());
    }

    /** Paid once each, in the order of ranks, and the standings say so. */
    private void checkRanked(Cup cup, List<Long> before, List<Long> prizes) {
        assertThat(stage(cup)).isEqualTo(TournamentStage.DONE);
        List<FinalStanding> standings =
                storage().prizeRuns().page(cup.id(), 0, Page.LIMIT_MAX).items();
        List<Long> paid = new ArrayList<>();
        for (int i = 0; i < cup.players().size(); i++) {
            PlayerId player = cup.players().get(i);
            paid.add(state(player).wallet().funz() - before.get(i));
            FinalStanding standing = standings.get(i);
            assertThat(standing.player()).isEqualTo(player);
            assertThat(standing.rank()).isEqualTo(i + 1);
            PrizeReceipt receipt = standing.receipt();
            assertThat(receipt == null ? 0 : receipt.paid()).isEqualTo(prizes.get(i));
            assertThat(storage().players().operation(player, operationId(cup)).isPresent())
                    .isEqualTo(receipt != null);
        }
        assertThat(paid).isEqualTo(prizes);
        assertThat(standings.subList(WINNERS, standings.size()))
                .allSatisfy(each -> assertThat(each.receipt()).isNull());
        assertThat(storage().prizeRuns().progress(cup.id()).complete()).isTrue();
    }

    private static OperationId operationId(Cup cup) {
        return new OperationId("~prize:" + cup.id());
    }

    private List<Long> funz(Cup cup) {
        return cup.players().stream().map(each -> state(each).wallet().funz()).toList();
    }

    private List<Long> foretold(Cup cup) {
        PrizeForecasts forecasts = new PrizeForecasts(storage());
        List<Long> prizes = new ArrayList<>();
        FinalStanding after = null;
        boolean hasMore = true;
        while (hasMore) {
            Page<ExpectedPrize> page = forecasts.page(forecast(cup), after, 40);
            for (ExpectedPrize each : page.items()) {
                prizes.add(each.prize());
                assertThat(each.standing().rank()).isEqualTo(prizes.size());
            }
            after = page.items().getLast().standing();
            hasMore = page.hasMore();
        }
        return prizes;
    }

    private PrizeForecast forecast(Cup cup) {
        return new PrizeForecasts(storage()).of(cup.id()).orElseThrow();
    }

    private TournamentStage stage(Cup cup) {
        return storage().tournaments().find(cup.id()).orElseThrow().stage();
    }

    private void move(Cup cup, TournamentStage next) {
        long version = storage().tournaments().find(cup.id()).orElseThrow().version();
        assertThat(storage().tournaments().move(cup.id(), version, next)).isTrue();
    }

    private PrizeRun.Round run(GameStorage on, Cup cup) {
        return new PrizeRun(engine(on)).run(cup.id());
    }

    private PrizeRun.Round runAll() {
        return new PrizeRun(engine(storage())).run();
    }

    private GameEngine engine(GameStorage on) {
        return GameEngine.builder(MortalStorage.of(on, this::nextId, () -> {}))
                .clock(clock)
                .random(Seeds.random(1))
                .build(TestCatalogs.full());
    }

    /** Long enough for every tournament that is open. */
    private void end() {
        clock.advance(Duration.ofHours(3));
    }

    /** A tournament that {@value #WINNERS} have entered, and in which more have scores. */
    private Cup playedCup(PrizeTable prizes) {
        while (winners.size() <= WINNERS) {
            winners.add(newPlayer());
        }
        Cup cup = new Cup(published(prizes, FEE), winners);
        for (PlayerId each : winners.subList(0, WINNERS)) {
            enter(cup, each);
        }
        play(cup);
        return cup;
    }

    private TournamentDefinition published(PrizeTable prizes, long fee) {
        return published(prizes, fee, ScoringMethod.BEST);
    }

    private TournamentDefinition published(PrizeTable prizes, long fee, ScoringMethod method) {
        TournamentDefinition like =
                TestTournaments.between(clock.millis(), clock.millis() + 3_600_000).fee(fee).done();
        TournamentDefinition definition =
                new TournamentDefinition(
                        like.id(),
                        like.name(),
                        like.minigame(),
                        like.opensAtMillis(),
                        like.closesAtMillis(),
                        new Scoring(method, like.scoring().direction()),
                        like.currency(),
                        like.entryFee(),
                        like.entriesPerPlayer(),
                        like.seats(),
                        like.requirements(),
                        prizes);
        storage().tournaments().create(definition);
        storage().tournaments().move(definition.id(), 1, TournamentStage.PUBLISHED);
        return definition;
    }

    private void enter(Cup cup, PlayerId player) {
        OperationId name = new OperationId("enter " + cup.id());
        assertThat(storage().tournaments().hold(wanted(cup.definition(), player, name)))
                .isInstanceOf(SeatOutcome.Held.class);
        assertThat(storage().tournaments().confirm(player, name)).hasValue(EntryStep.CONFIRMED);
    }

    private TournamentEntry wanted(
            TournamentDefinition definition, PlayerId player, OperationId name) {
        return TournamentEntry.wanted(
                definition, player, name, clock.millis(), clock.millis() + 60_000);
    }

    /** The first winner is the best; those without a prize are nobody. */
    private void play(Cup cup) {
        List<PlayerId> all = new ArrayList<>(cup.players());
        while (all.size() < PLAYERS) {
            all.add(somebody());
        }
        var _ =
                Together.run(
                        AT_ONCE,
                        first -> {
                            for (int i = first; i < PLAYERS; i += AT_ONCE) {
                                record(cup, all.get(i), PLAYERS - i);
                            }
                            return first;
                        });
    }

    private void record(Cup cup, PlayerId player, long score) {
        long at = cup.definition().opensAtMillis() + 1;
        MinigameRun run = started(cup, player, at);
        storage().minigameRuns().score(run.id(), new RunScore(score, at, null, nextId(), null));
    }

    private MinigameRun started(Cup cup, PlayerId player, long at) {
        long id = nextId();
        MinigameRun run =
                new MinigameRun(
                        id,
                        player,
                        new OperationId("run " + id),
                        cup.definition().minigame(),
                        cup.id(),
                        at,
                        at + 1_000,
                        1,
                        2,
                        null);
        assertThat(storage().minigameRuns().start(run, 100))
                .isEqualTo(new StartOutcome.Started(run));
        return run;
    }

    private static PlayerId somebody() {
        return new PlayerId(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2));
    }
}
