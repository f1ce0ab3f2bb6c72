package com.luckyfunatic.engine.rank;

import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.rank.RankEvent.RankReached;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();

    @ParameterizedTest
    @CsvSource({
        "4998, 1",
        "4999, 2",
        "24998, 2",
        "24999, 3",
        "99999, 4",
        "999998, 4",
        "999999, 5",
        "1999999, 6",
        "9999999, 7",
        "49999999, 8",
        "99999999, 9",
        "999999998, 9",
        "999999999, 10",
        "9007199254740990, 10"
    })
    void the_rank_follows_lifetime_funz(long earnedBefore, int rank) {
        Play play = tapped(earnedBefore);

        assertThat(play.state().rank().rank()).isEqualTo(rank);
    }

    @Test
    void several_ranks_at_once_pay_each_reward_in_order() {
        Play play = tapped(1_999_999);

        assertThat(play.lastEvents())
                .endsWith(
                        new RankReached(2, 1, 0),
                        new RankReached(3, 2, 0),
                        new RankReached(4, 3, 0),
                        new RankReached(5, 5, 0),
                        new RankReached(6, 8, 0));
        assertThat(play.state().wallet().jokers()).isEqualTo(1 + 2 + 3 + 5 + 8);
    }

    @Test
    void a_reward_is_paid_once_and_a_rank_is_never_lost() {
        Play play = tapped(24_999);
        assertThat(play.state().wallet().jokers()).isEqualTo(3);

        play.does(new AdjustBalance(Currency.JOKERS, -3, "spent"))
                .does(new Tap(10))
                .after(Duration.ofHours(1))
                .does(new Tap(10));

        assertThat(play.state().rank().rank()).isEqualTo(3);
        assertThat(play.state().wallet().jokers()).isZero();
    }

    @Test
    void spending_does_not_take_from_lifetime_funz_and_gifts_do_not_add() {
        Play play = Play.from(CATALOG, Players.fresh().wallet(new Wallet(4_000, 0, 4_999)));

        play.does(new BuyCardLevel(MINER, null));
        assertThat(play.state().rank().rank()).isEqualTo(1);
        assertThat(play.state().wallet().funzEarned()).isEqualTo(4_999);

        play.does(new AdjustBalance(Currency.FUNZ, 1_000_000, "a gift"));
        assertThat(play.state().rank().rank()).isEqualTo(1);
    }

    @Test
    void a_reward_is_cut_at_the_cap() {
        Play play =
                Play.from(CATALOG, Players.fresh().wallet(new Wallet(0, Amounts.MAX - 1, 24_999)))
                        .does(new Tap(1));

        assertThat(play.lastEvents()).endsWith(new RankReached(2, 1, 0), new RankReached(3, 0, 2));
        assertThat(play.state().wallet().jokers()).isEqualTo(Amounts.MAX);
    }

    @Test
    void ranks_that_content_got_since_are_reached_with_the_next_change() {
        Catalog oneRank =
                TestCatalog.standard()
                        .frenzy(CATALOG.frenzyLevel(1))
                        .ranks(new RankDefinition("Only", 0, 0))
                        .emptyShelves()
                        .build();
        Play play = Play.from(oneRank, Players.fresh().wallet(new Wallet(0, 0, 30_000)));
        assertThat(play.does(new Tap(1)).state().rank().rank()).isEqualTo(1);

        assertThat(play.use(CATALOG).does(new Tap(1)).state().rank().rank()).isEqualTo(3);
        assertThat(play.use(oneRank).does(new Tap(1)).state().rank().rank()).isEqualTo(3);
    }

    @Test
    void a_player_sees_where_the_next_rank_is() {
        assertThat(RankRules.status(tapped(4_999).state(), CATALOG))
                .isEqualTo(new RankStatus(2, "Bronze", 5_000, 25_000));
        assertThat(RankRules.status(tapped(999_999_999).state(), CATALOG))
                .isEqualTo(new RankStatus(10, "Creator", 1_000_000_000, 0));
        assertThat(RankRules.status(Players.fresh().rank(11).state(), CATALOG))
                .isEqualTo(new RankStatus(11, "Creator", 0, 0));
    }

    /** Taps once, for one funz, with so many earned before. */
    private static Play tapped(long earnedBefore) {
        return Play.from(CATALOG, Players.fresh().wallet(new Wallet(0, 0, earnedBefore)))
                .does(new Tap(1));
    }
}
