package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeReceipt;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.prize.RankingProgress;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of final standings does. */
public abstract class PrizeRunsContract extends StorageContract {
    private static final int CALLERS = 20;
    private static final long CLOSED = 1_790_000_000_000L;

    private TournamentId tournament;

    @SuppressWarnings("NullAway.Init") // before each test
    protected PrizeRunsContract() {}

    /** A name that no other test has used, also where tests share a database. */
    @BeforeEach
    public final void begin() {
        tournament = tournament();
    }

    @Test
    public void what_is_written_is_found_as_it_was() {
        FinalStanding first = standing(tournament, 1, somebody());
        FinalStanding edge =
                new FinalStanding(
                        tournament,
                        CLOSED,
                        2,
                        new BoardPlace(
                                new Score(Amounts.MAX, Score.ONE - 1), Amounts.MAX, somebody()),
                        null);

        assertThat(runs().append(List.of(first, edge))).isTrue();

        assertThat(runs().page(tournament, 0, 10).items()).containsExactly(first, edge);
        assertThat(runs().standing(tournament, edge.player())).hasValue(edge);
        assertThat(runs().standing(tournament, somebody())).isEmpty();
        assertThat(runs().standing(tournament(), edge.player())).isEmpty();
        assertThat(runs().progress(tournament)).isEqualTo(new RankingProgress(2, false));
    }

    @Test
    public void of_what_nobody_wrote_there_is_nothing() {
        assertThat(runs().progress(tournament)).isEqualTo(RankingProgress.NONE);
        assertThat(runs().page(tournament, 0, 10).items()).isEmpty();
        assertThat(runs().unpaid(tournament, 0, 10, 10)).isEmpty();
        assertThat(runs().history(somebody(), null, 10).items()).isEmpty();
    }

    @Test
    public void a_page_is_written_once_and_only_where_the_one_before_ended() {
        List<FinalStanding> first = standings(1, 3);
        runs().append(first);

        assertThat(runs().append(first)).isFalse();
        assertThat(runs().append(standings(1, 3))).isFalse();
        assertThat(runs().append(standings(3, 4))).isFalse();
        assertThat(runs().append(standings(5, 6))).isFalse();
        List<FinalStanding> second = standings(4, 5);
        assertThat(runs().append(second)).isTrue();

        List<FinalStanding> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(runs().page(tournament, 0, 10).items()).isEqualTo(all);
        assertThat(runs().progress(tournament).written()).isEqualTo(5);
    }

    @Test
    public void of_many_who_write_a_page_at_once_one_does() {
        List<List<FinalStanding>> pages = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            pages.add(standings(1, 5));
        }

        List<Boolean> wrote = Together.run(CALLERS, i -> runs().append(pages.get(i)));

        assertThat(Collections.frequency(wrote, true)).isOne();
        assertThat(runs().page(tournament, 0, 10).items())
                .isEqualTo(pages.get(wrote.indexOf(true)));
    }

    @Test
    public void ranks_that_do_not_follow_each_other_are_not_written() {
        FinalStanding first = standing(tournament, 1, somebody());
        FinalStanding third = standing(tournament, 3, somebody());
        FinalStanding other = standing(tournament(), 2, somebody());

        for (List<FinalStanding> wrong :
                List.of(List.of(first, third), List.of(first, other), List.<FinalStanding>of())) {
            assertThatIllegalArgumentException().isThrownBy(() -> runs().append(wrong));
        }
        assertThat(runs().progress(tournament)).isEqualTo(RankingProgress.NONE);
    }

    @Test
    public void what_is_complete_takes_no_more() {
        runs().append(standings(1, 3));

        assertThat(runs().complete(tournament, 2)).isFalse();
        assertThat(runs().complete(tournament, 4)).isFalse();
        assertThat(runs().progress(tournament).complete()).isFalse();
        assertThat(runs().complete(tournament, 3)).isTrue();
        assertThat(runs().complete(tournament, 3)).isTrue();
        assertThat(runs().complete(tournament, 2)).isFalse();

        assertThat(runs().append(standings(4, 5))).isFalse();
        assertThat(runs().progress(tournament)).isEqualTo(new RankingProgress(3, true));
        assertThat(runs().page(tournament, 0, 10).items()).hasSize(3);
    }

    @Test
    public void nobody_ranked_is_complete_too() {
        assertThat(runs().complete(tournament, 0)).isTrue();

        assertThat(runs().progress(tournament)).isEqualTo(new RankingProgress(0, true));
        assertThat(runs().append(standings(1, 2))).isFalse();
    }

    @Test
    public void pages_follow_each_other_without_gaps_or_repeats() {
        runs().append(standings(1, 100));
        runs().append(standings(101, 150));

        List<Long> ranks = new ArrayList<>();
        long after = 0;
        boolean hasMore = true;
        while (hasMore) {
            Page<FinalStanding> page = runs().page(tournament, after, 60);
            page.items().forEach(each -> ranks.add(each.rank()));
            after = page.items().getLast().rank();
            hasMore = page.hasMore();
        }

        assertThat(ranks).isEqualTo(LongStream.rangeClosed(1, 150).boxed().toList());
        assertThat(runs().page(tournament, 90, 60).hasMore()).isFalse();
        assertThat(runs().page(tournament, 150, 60).items()).isEmpty();
    }

    @Test
    public void what_is_paid_is_noted_once() {
        List<FinalStanding> rows = standings(1, 5);
        runs().append(rows);
        PrizeReceipt first = new PrizeReceipt(Currency.JOKERS, Amounts.MAX, 7, CLOSED + 1);
        PrizeReceipt nothing = new PrizeReceipt(Currency.FUNZ, 0, Amounts.MAX, CLOSED + 2);
        PrizeReceipt other = new PrizeReceipt(Currency.FUNZ, 1, 0, CLOSED + 3);

        runs().note(tournament, List.of(new RankReceipt(4, nothing), new RankReceipt(1, first)));
        runs().note(tournament, List.of(new RankReceipt(1, other), new RankReceipt(9, other)));
        runs().note(tournament(), List.of(new RankReceipt(2, other)));
        runs().note(tournament, List.of());

        assertThat(runs().page(tournament, 0, 10).items())
                .containsExactly(
                        rows.get(0).with(first),
                        rows.get(1),
                        rows.get(2),
                        rows.get(3).with(nothing),
                        rows.get(4));
    }

    @Test
    public void what_is_not_paid_is_found() {
        List<FinalStanding> rows = standings(1, 6);
        runs().append(rows);
        PrizeReceipt receipt = new PrizeReceipt(Currency.FUNZ, 1, 0, CLOSED);
        runs().note(tournament, List.of(new RankReceipt(2, receipt), new RankReceipt(4, receipt)));

        assertThat(runs().unpaid(tournament, 0, 5, 10))
                .containsExactly(rows.get(0), rows.get(2), rows.get(4));
        assertThat(runs().unpaid(tournament, 0, 5, 2)).containsExactly(rows.get(0), rows.get(2));
        assertThat(runs().unpaid(tournament, 3, 6, 10)).containsExactly(rows.get(4), rows.get(5));
        assertThat(runs().unpaid(tournament, 6, 6, 10)).isEmpty();
        assertThat(runs().unpaid(tournament, 0, 0, 10)).isEmpty();
    }

    @Test
    public void a_player_finds_the_own_tournaments_latest_first() {
        PlayerId player = somebody();
        List<FinalStanding> own = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Three of one moment: their names decide.
            own.add(
                    new FinalStanding(
                            tournament(),
                            i < 3 ? CLOSED : CLOSED + i,
                            1,
                            standing(tournament, 1, player).place(),
                            null));
        }
        own.forEach(each -> runs().append(List.of(each)));
        runs().append(standings(1, 3));
        own.sort((a, b) ->
                a.closedAtMillis() != b.closedAtMillis()
                        ? Long.compare(b.closedAtMillis(), a.closedAtMillis())
                        : b.tournament().value().compareTo(a.tournament().value()));

        List<FinalStanding> found = new ArrayList<>(runs().history(player, null, 2).items());
        for (int i = 0; i < 3; i++) {
            Page<FinalStanding> page = runs().history(player, found.getLast(), 2);
            assertThat(page.hasMore()).isEqualTo(i < 2);
            found.addAll(page.items());
        }

        assertThat(found).isEqualTo(own);
        assertThat(runs().history(player, null, 7).hasMore()).isFalse();
    }

    @Test
    public void pages_have_1_to_100_rows() {
        for (int no : List.of(0, -1, Page.LIMIT_MAX + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> runs().page(tournament, 0, no));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> runs().unpaid(tournament, 0, 1, no));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> runs().history(somebody(), null, no));
        }
        List<FinalStanding> many = standings(1, Page.LIMIT_MAX + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> runs().append(many));
    }

    private List<FinalStanding> standings(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(rank -> standing(tournament, rank, somebody()))
                .toList();
    }

    private static FinalStanding standing(TournamentId tournament, long rank, PlayerId player) {
        BoardPlace place = new BoardPlace(new Score(1_000 - rank, 5), CLOSED - rank, player);
        return new FinalStanding(tournament, CLOSED, rank, place, null);
    }

    /** Nobody's number: tests may share a database, and their ids begin anew. */
    private static long number() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);
    }

    private static PlayerId somebody() {
        return new PlayerId(number());
    }

    private static TournamentId tournament() {
        return new TournamentId("t" + number());
    }

    private PrizeRuns runs() {
        return storage().prizeRuns();
    }
}
