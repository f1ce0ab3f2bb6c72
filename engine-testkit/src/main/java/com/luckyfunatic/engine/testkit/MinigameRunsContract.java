package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of minigames' runs does. */
public abstract class MinigameRunsContract extends StorageContract {
    private static final int CALLERS = 30;
    private static final int OPEN_MAX = 3;
    private static final long START = 1_000_000;
    private static final long END = 1_060_000;

    private MinigameId game = new MinigameId("game");

    /** Each test has a game of its own, also where they share an instance and a database. */
    @BeforeEach
    public final void takeAnotherGame() {
        game = new MinigameId("game_" + number());
    }

    @Test
    public void a_run_is_found_as_it_was_started() {
        PlayerId player = somebody();
        MinigameRun plain = run(player, "plain", null);
        MinigameRun longest =
                new MinigameRun(
                        number(),
                        player,
                        new OperationId("~".repeat(64)),
                        new MinigameId("g".repeat(64)),
                        new TournamentId("t".repeat(64)),
                        Amounts.MAX - 1,
                        Amounts.MAX,
                        Amounts.MAX,
                        Long.MIN_VALUE,
                        null);
        assertThat(runs().find(plain.id())).isEmpty();

        assertThat(runs().start(plain, OPEN_MAX)).isEqualTo(new StartOutcome.Started(plain));
        assertThat(runs().start(longest, OPEN_MAX)).isEqualTo(new StartOutcome.Started(longest));

        assertThat(runs().find(plain.id())).hasValue(plain);
        assertThat(runs().find(longest.id())).hasValue(longest);
    }

    @Test
    public void a_start_that_is_repeated_gets_the_first_run_as_it_is_now() {
        PlayerId player = somebody();
        MinigameRun first = started(run(player, "once", null));
        MinigameRun scored = runs().score(first.id(), counting(7)).orElseThrow();

        StartOutcome again = runs().start(run(player, "once", null), OPEN_MAX);

        assertThat(again).isEqualTo(new StartOutcome.Known(scored));
        assertThat(runs().find(player, first.operationId())).contains(scored);
        assertThat(runs().find(somebody(), first.operationId())).isEmpty();
        assertThat(runs().find(player, new OperationId("another"))).isEmpty();
    }

    @Test
    public void the_same_operation_id_of_two_players_are_two_runs() {
        MinigameRun one = started(run(somebody(), "same", null));
        MinigameRun other = started(run(somebody(), "same", null));

        assertThat(runs().find(one.id())).hasValue(one);
        assertThat(runs().find(other.id())).hasValue(other);
    }

    @Test
    public void no_more_runs_are_open_than_may_be() {
        PlayerId player = somebody();
        MinigameRun first = started(run(player, "1", null));
        started(run(player, "2", null));
        started(run(player, "3", null));
        StartOutcome refused = new StartOutcome.Refused(MinigameRefusal.TOO_MANY_RUNS);

        assertThat(runs().start(run(player, "4", null), OPEN_MAX)).isEqualTo(refused);
        started(run(somebody(), "another's", null));
        runs().score(first.id(), counting(1));
        started(run(player, "4", null));
        assertThat(runs().start(run(player, "5", null), OPEN_MAX)).isEqualTo(refused);
    }

    @Test
    public void a_flagged_run_is_in_the_way_until_somebody_has_looked_at_it() {
        PlayerId player = somebody();
        for (int i = 0; i < OPEN_MAX; i++) {
            runs().score(started(run(player, "flagged " + i, null)).id(), flagged(9));
        }
        MinigameRun late = runAt(player, "late", END + 1);

        assertThat(runs().start(late, OPEN_MAX))
                .isEqualTo(new StartOutcome.Refused(MinigameRefusal.TOO_MANY_RUNS));
        MinigameRun looked = runs().find(player, new OperationId("flagged 1")).orElseThrow();
        runs().review(looked.id(), verdict(false), number());
        assertThat(runs().start(late, OPEN_MAX)).isEqualTo(new StartOutcome.Started(late));
    }

    @Test
    public void a_run_whose_time_is_over_is_not_open() {
        PlayerId player = somebody();
        started(run(player, "early", null));

        assertThat(runs().start(runAt(player, "last", END), 1))
                .isEqualTo(new StartOutcome.Refused(MinigameRefusal.TOO_MANY_RUNS));
        MinigameRun later = runAt(player, "later", END + 1);
        assertThat(runs().start(later, 1)).isEqualTo(new StartOutcome.Started(later));
    }

    @Test
    public void of_many_starts_at_once_no_more_begin_than_may() {
        PlayerId player = somebody();

        List<StartOutcome> outcomes =
                Together.run(CALLERS, i -> runs().start(run(player, "run " + i, null), OPEN_MAX));

        assertThat(outcomes.stream().filter(StartOutcome.Started.class::isInstance))
                .hasSize(OPEN_MAX);
    }

    @Test
    public void of_many_starts_under_one_id_one_begins() {
        PlayerId player = somebody();

        List<StartOutcome> outcomes =
                Together.run(CALLERS, _ -> runs().start(run(player, "one", null), CALLERS));

        assertThat(outcomes.stream().filter(StartOutcome.Started.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().map(MinigameRunsContract::idOf).distinct()).hasSize(1);
    }

    @Test
    public void all_of_a_score_is_kept() {
        List<RunScore> scores = new ArrayList<>();
        scores.add(new RunScore(Amounts.MAX, Amounts.MAX, null, Long.MAX_VALUE, null));
        scores.add(new RunScore(0, START, null, 1, null));
        for (RunFlag flag : RunFlag.values()) {
            scores.add(new RunScore(5, START, flag, 0, null));
        }
        for (RunScore score : scores) {
            MinigameRun run = started(run(somebody(), "kept", null));

            assertThat(runs().score(run.id(), score)).hasValue(run.with(score));
            assertThat(runs().find(run.id())).hasValue(run.with(score));
        }
    }

    @Test
    public void a_run_has_its_first_score_for_ever() {
        MinigameRun run = started(run(somebody(), "scored", null));
        RunScore first = counting(10);
        runs().score(run.id(), first);

        assertThat(runs().score(run.id(), counting(11))).hasValue(run.with(first));
        assertThat(runs().score(run.id(), flagged(12))).hasValue(run.with(first));
        assertThat(runs().find(run.id())).hasValue(run.with(first));
    }

    @Test
    public void of_many_scores_at_once_one_is_recorded() {
        MinigameRun run = started(run(somebody(), "raced", null));
        List<RunScore> wanted = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            wanted.add(counting(i));
        }

        List<MinigameRun> after =
                Together.run(CALLERS, i -> runs().score(run.id(), wanted.get(i)).orElseThrow());

        assertThat(after).containsOnly(runs().find(run.id()).orElseThrow());
        assertThat(wanted).contains(Objects.requireNonNull(after.getFirst().score()));
    }

    @Test
    public void what_was_never_started_has_no_score_and_no_review() {
        long id = number();

        assertThat(runs().score(id, counting(1))).isEmpty();
        assertThat(runs().review(id, verdict(true), number())).isEmpty();
        assertThat(runs().find(id)).isEmpty();
    }

    @Test
    public void a_flagged_run_that_is_approved_counts_from_then_on() {
        MinigameRun run = started(run(somebody(), "approved", null));
        RunScore flagged = flagged(10);
        runs().score(run.id(), flagged);
        RunReview longest =
                new RunReview(true, "b".repeat(64), "ä".repeat(RunReview.REASON_MAX), Amounts.MAX);

        MinigameRun after = runs().review(run.id(), longest, 99).orElseThrow();

        assertThat(after).isEqualTo(run.with(flagged.reviewed(longest, 99)));
        assertThat(runs().find(run.id())).hasValue(after);
        assertThat(Objects.requireNonNull(after.score()).countedAs()).isEqualTo(99);
    }

    @Test
    public void the_first_review_counts() {
        MinigameRun run = started(run(somebody(), "rejected", null));
        RunScore flagged = flagged(10);
        runs().score(run.id(), flagged);
        MinigameRun rejected = run.with(flagged.reviewed(verdict(false), 5));

        assertThat(runs().review(run.id(), verdict(false), 5)).hasValue(rejected);
        assertThat(runs().review(run.id(), verdict(true), 6)).hasValue(rejected);
        assertThat(runs().find(run.id())).hasValue(rejected);
    }

    @Test
    public void what_is_not_flagged_is_not_reviewed() {
        MinigameRun open = started(run(somebody(), "open", null));
        MinigameRun counted = started(run(somebody(), "counted", null));
        counted = runs().score(counted.id(), counting(3)).orElseThrow();

        assertThat(runs().review(open.id(), verdict(true), 5)).hasValue(open);
        assertThat(runs().review(counted.id(), verdict(false), 5)).hasValue(counted);
    }

    @Test
    public void those_that_count_come_in_the_order_of_what_they_count_as() {
        TournamentId tournament = new TournamentId("cup_" + number());
        List<MinigameRun> counted = new ArrayList<>();
        List<MinigameRun> ofTournament = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            MinigameRun run = started(run(somebody(), "list", i % 2 == 0 ? tournament : null));
            MinigameRun scored = runs().score(run.id(), counting(i)).orElseThrow();
            counted.add(scored);
            if (i % 2 == 0) {
                ofTournament.add(scored);
            }
        }
        MinigameRun approved = started(run(somebody(), "approved", tournament));
        runs().score(approved.id(), flagged(8));
        approved = runs().review(approved.id(), verdict(true), number()).orElseThrow();
        counted.add(approved);
        ofTournament.add(approved);
        MinigameRun flagged = started(run(somebody(), "flagged", tournament));
        runs().score(flagged.id(), flagged(9));
        started(run(somebody(), "open", tournament));
        Comparator<MinigameRun> order = Comparator.comparingLong(MinigameRunsContract::countedAs);
        counted.sort(order);
        ofTournament.sort(order);

        assertThat(pages(after -> runs().counted(game, after, 3))).isEqualTo(counted);
        assertThat(pages(after -> runs().counted(tournament, after, 3))).isEqualTo(ofTournament);
        assertThat(runs().counted(new MinigameId("none_" + number()), 0, 3).items()).isEmpty();
        assertThat(runs().counted(new TournamentId("none_" + number()), 0, 3).items()).isEmpty();
    }

    @Test
    public void flagged_ones_come_in_the_order_of_their_ids_until_they_are_reviewed() {
        List<MinigameRun> flagged = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            MinigameRun run = started(run(somebody(), "flagged", null));
            flagged.add(runs().score(run.id(), flagged(i)).orElseThrow());
        }
        flagged.sort(Comparator.comparingLong(MinigameRun::id));
        MinigameRun reviewed = flagged.removeLast();
        runs().review(reviewed.id(), verdict(false), number());
        long before = flagged.getFirst().id() - 1;

        List<MinigameRun> found = new ArrayList<>();
        Page<MinigameRun> page;
        long after = before;
        do {
            page = runs().flagged(after, 2);
            found.addAll(page.items());
            after = page.items().isEmpty() ? after : page.items().getLast().id();
        } while (page.hasMore());

        assertThat(found.stream().filter(run -> run.minigame().equals(game)).toList())
                .isEqualTo(flagged);
    }

    @Test
    public void flagged_ones_of_a_tournament_are_found_among_all() {
        TournamentId tournament = new TournamentId("cup_" + number());
        List<MinigameRun> flagged = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            MinigameRun run = started(run(somebody(), "flagged", tournament));
            flagged.add(runs().score(run.id(), flagged(i)).orElseThrow());
            runs().score(started(run(somebody(), "another's", null)).id(), flagged(i));
            runs().score(started(run(somebody(), "counts", tournament)).id(), counting(i));
        }
        flagged.sort(Comparator.comparingLong(MinigameRun::id));
        MinigameRun reviewed = flagged.removeFirst();
        runs().review(reviewed.id(), verdict(true), number());

        Page<MinigameRun> first = runs().flagged(tournament, 0, 3);
        Page<MinigameRun> second = runs().flagged(tournament, first.items().getLast().id(), 3);

        assertThat(first.items()).isEqualTo(flagged.subList(0, 3));
        assertThat(first.hasMore()).isTrue();
        assertThat(second.items()).isEqualTo(flagged.subList(3, 4));
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    public void pages_have_1_to_100_runs() {
        for (int no : List.of(0, -1, Page.LIMIT_MAX + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> runs().counted(game, 0, no));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> runs().counted(new TournamentId("cup"), 0, no));
            assertThatIllegalArgumentException().isThrownBy(() -> runs().flagged(0, no));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> runs().flagged(new TournamentId("cup"), 0, no));
        }
    }

    private static List<MinigameRun> pages(LongFunction<Page<MinigameRun>> read) {
        List<MinigameRun> all = new ArrayList<>();
        Page<MinigameRun> page;
        long after = 0;
        do {
            page = read.apply(after);
            all.addAll(page.items());
            after = countedAs(page.items().getLast());
        } while (page.hasMore());
        return all;
    }

    private static long countedAs(MinigameRun run) {
        return Objects.requireNonNull(run.score()).countedAs();
    }

    private static long idOf(StartOutcome outcome) {
        return switch (outcome) {
            case StartOutcome.Started(MinigameRun run) -> run.id();
            case StartOutcome.Known(MinigameRun run) -> run.id();
            case StartOutcome.Refused _ -> 0;
        };
    }

    private MinigameRun started(MinigameRun run) {
        assertThat(runs().start(run, OPEN_MAX)).isEqualTo(new StartOutcome.Started(run));
        return run;
    }

    private MinigameRun run(PlayerId player, String operation, @Nullable TournamentId tournament) {
        return new MinigameRun(
                number(),
                player,
                new OperationId(operation),
                game,
                tournament,
                START,
                END,
                7,
                8,
                null);
    }

    private MinigameRun runAt(PlayerId player, String operation, long startedAtMillis) {
        return new MinigameRun(
                number(),
                player,
                new OperationId(operation),
                game,
                null,
                startedAtMillis,
                startedAtMillis + 1,
                7,
                8,
                null);
    }

    private static RunScore counting(long score) {
        return new RunScore(score, START + 1, null, number(), null);
    }

    private static RunScore flagged(long score) {
        return new RunScore(score, START + 1, RunFlag.TOO_FAST, 0, null);
    }

    private static RunReview verdict(boolean approved) {
        return new RunReview(approved, "ada", "looked at it", START + 2);
    }

    /** Nobody's number: tests may share a database, and their ids begin anew. */
    private static long number() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);
    }

    private static PlayerId somebody() {
        return new PlayerId(number());
    }

    private MinigameRuns runs() {
        return storage().minigameRuns();
    }
}
