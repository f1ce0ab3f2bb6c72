package com.luckyfunatic.engine.quest;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.bonus.BonusState;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestStore;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.store.ListingPurchases;
import com.luckyfunatic.engine.store.StoreState;
import com.luckyfunatic.engine.story.StoryEvent.StoryCompleted;
import com.luckyfunatic.engine.story.StoryRules;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.tournament.TournamentTally;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestCounterTest {
    private static PlayerState player() {
        PlayerState state =
                Players.fresh()
                        .wallet(new Wallet(1, 2, 33))
                        .rank(4)
                        .card(TestCatalog.MINER, 9)
                        .card(TestCatalog.CLUB, 1)
                        .friends(5)
                        .forged(TestCatalog.GOLDEN_MINER, 2)
                        .forged(TestCatalog.STATUE, 1)
                        .store(
                                new StoreState(
                                        List.of(
                                                new ListingPurchases(TestStore.GUMS, 8, 9, 2),
                                                new ListingPurchases(TestStore.GIFT, 3, 9, 1))))
                        .state()
                        .change()
                        .tap(new TapState(77, 0, Play.START, List.of()))
                        .tournaments(new TournamentTally(6))
                        .bonus(new BonusState(Days.epochDay(Play.START), 8))
                        .done();
        return StoryRules.evolve(state, new StoryCompleted(TestCatalog.ORIGIN));
    }

    @ParameterizedTest
    @CsvSource({
        "TAPS, 77",
        "FUNZ_EARNED, 33",
        "RANK, 4",
        "CARDS, 2",
        "FRIENDS, 5",
        "FORGED, 3",
        "STORIES, 1",
        "PURCHASES, 11",
        "TOURNAMENTS, 6",
        "STREAK, 8"
    })
    void counts_what_other_features_keep(QuestCounter counter, long expected) {
        assertThat(counter.of(player(), Play.START)).isEqualTo(expected);
    }

    @Test
    void a_streak_holds_until_the_end_of_the_next_day() {
        long end = Days.startOf(Days.epochDay(Play.START) + 2);

        assertThat(QuestCounter.STREAK.of(player(), end - 1)).isEqualTo(8);
        assertThat(QuestCounter.STREAK.of(player(), end)).isZero();
    }

    @Test
    void what_can_be_lost_or_jumps_is_nothing_for_a_day() {
        assertThat(QuestCounter.CARDS.onlyGrows()).isFalse();
        assertThat(QuestCounter.RANK.onlyGrows()).isFalse();
        assertThat(QuestCounter.STREAK.onlyGrows()).isFalse();
        assertThat(QuestCounter.TAPS.onlyGrows()).isTrue();
    }
}
