package com.luckyfunatic.engine.story;

import static com.luckyfunatic.engine.fixture.TestCatalog.EXCHANGE;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static com.luckyfunatic.engine.fixture.TestCatalog.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.forge.ForgeCommand.ForgeSpecialCard;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.story.StoryCommand.ClaimStory;
import com.luckyfunatic.engine.story.StoryEvent.StoryClaimed;
import com.luckyfunatic.engine.story.StoryEvent.StoryCompleted;
import com.luckyfunatic.engine.story.StoryResult.Claimed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoryRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final StoryId NOTHING = new StoryId("nothing");

    static Stream<Row> rows() {
        Players claimed = claimed(Players.fresh());
        return Stream.of(
                Row.of(
                        "unknown",
                        claimed,
                        new ClaimStory(NOTHING),
                        Row.refused(new StoryRefusal.UnknownStory(NOTHING))),
                Row.of(
                        "claimed before, even if a card has been given up since",
                        claimed,
                        new ClaimStory(ORIGIN),
                        Row.refused(new StoryRefusal.StoryAlreadyClaimed(ORIGIN))),
                Row.of(
                        "no card of the set",
                        Players.fresh(),
                        new ClaimStory(ORIGIN),
                        Row.refused(new StoryRefusal.StoryIncomplete(List.of(MINER, EXCHANGE)))),
                Row.of(
                        "one card missing",
                        Players.fresh().card(MINER, 15),
                        new ClaimStory(ORIGIN),
                        Row.refused(new StoryRefusal.StoryIncomplete(List.of(EXCHANGE)))),
                Row.of("the whole set", owner(), new ClaimStory(ORIGIN), paid(5_000, 3, 0, 0)),
                Row.of(
                        "what does not fit below the cap is cut",
                        owner().wallet(Amounts.MAX - 1, Amounts.MAX - 2),
                        new ClaimStory(ORIGIN),
                        paid(1, 2, 4_999, 1)),
                Row.of(
                        "completed before, even if its cards have been given up since",
                        Players.of(completed(Players.fresh())),
                        new ClaimStory(ORIGIN),
                        paid(5_000, 3, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decides(Row row) {
        row.check(CATALOG);
    }

    @Test
    void a_reward_is_paid_once_and_hard() {
        Play play =
                Play.from(CATALOG, Players.rich())
                        .does(new BuyCardLevel(MINER, null))
                        .does(new BuyCardLevel(EXCHANGE, null))
                        .does(new ClaimStory(ORIGIN));

        assertThat(play.state().wallet().funz()).isEqualTo(1_000_000_000 - 3_000 + 5_000);
        assertThat(play.state().wallet().jokers()).isEqualTo(10_000 + 3 + 1);
        assertThat(play.state().wallet().funzEarned()).isEqualTo(5_000);
        assertThat(play.state().rank().rank()).as("5 000 funz were earned").isEqualTo(2);
        assertThat(play.journal().getLast().durability()).isEqualTo(Durability.HARD);
        assertThat(play.refusalOf(new ClaimStory(ORIGIN)))
                .isEqualTo(new StoryRefusal.StoryAlreadyClaimed(ORIGIN));
    }

    @Test
    void a_chapter_is_unlocked_by_the_set_and_stays_so_once_claimed() {
        assertThat(status(Players.fresh().card(MINER, 1)).isUnlocked()).isFalse();
        assertThat(status(Players.fresh().card(MINER, 1)).missing()).containsExactly(EXCHANGE);
        assertThat(status(owner()).isUnlocked()).isTrue();
        assertThat(status(owner()).isClaimed()).isFalse();
        assertThat(status(claimed(Players.fresh())).isUnlocked()).isTrue();
        assertThat(status(claimed(Players.fresh())).isClaimed()).isTrue();
    }

    @Test
    void a_story_completed_once_stays_unlocked_when_its_cards_are_forged() {
        Players player = Players.rich().card(MINER, 3).item(TestCatalog.SHARD, 2);
        Play play = Play.from(CATALOG, player).does(new BuyCardLevel(EXCHANGE, null));

        assertThat(play.lastEvents()).endsWith(new StoryCompleted(ORIGIN));
        play.does(new ForgeSpecialCard(TestCatalog.GOLDEN_MINER));
        assertThat(play.state().cards().level(MINER)).isZero();
        assertThat(status(Players.of(play.state())).isUnlocked()).isTrue();
        assertThat(play.resultOf(new ClaimStory(ORIGIN))).isEqualTo(new Claimed(ORIGIN, 5_000, 3));
        assertThat(play.refusalOf(new ClaimStory(ORIGIN)))
                .isEqualTo(new StoryRefusal.StoryAlreadyClaimed(ORIGIN));
        assertThat(play.state().stories().completed()).containsExactly(ORIGIN);
    }

    private static Players owner() {
        return Players.fresh().card(MINER, 1).card(EXCHANGE, 1);
    }

    private static Players claimed(Players player) {
        PlayerState state = player.state();
        return Players.of(state.change().stories(StoryState.NONE.withClaimed(ORIGIN)).done());
    }

    private static PlayerState completed(Players player) {
        return StoryRules.evolve(player.state(), new StoryCompleted(ORIGIN));
    }

    private static Decision paid(long funz, long jokers, long funzCut, long jokersCut) {
        return Row.accepted(
                new Claimed(ORIGIN, funz, jokers),
                new StoryClaimed(ORIGIN, funz, jokers, funzCut, jokersCut));
    }

    private static StoryStatus status(Players player) {
        return StoryRules.statuses(player.state(), Play.contextAt(Play.START, CATALOG)).getFirst();
    }
}
