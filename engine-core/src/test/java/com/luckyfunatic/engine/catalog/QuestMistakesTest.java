package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.MINER;
import static com.luckyfunatic.engine.catalog.SmallCatalog.SHARD;
import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.QuestCounter;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestMistakesTest {
    private static final String QUEST = "quests[0 greet]";

    static Stream<Arguments> mistakes() {
        CatalogDefinition valid = SmallCatalog.definition();
        return Stream.of(
                mistake(
                        "quests[1 greet].id",
                        "is already the id of quests[0 greet]",
                        "quests",
                        Collections.nCopies(2, valid.quests().getFirst())),
                mistake(QUEST + ".description", "must not be blank", "quests[0].description", " "),
                mistake(
                        QUEST + ".actionUrl",
                        "must begin with https:// or tg://, was javascript:alert(1)",
                        "quests[0].actionUrl",
                        "javascript:alert(1)"),
                mistake(
                        QUEST + ".actionUrl",
                        "must begin with https:// or tg://, was http://example.com",
                        "quests[0].actionUrl",
                        "http://example.com"),
                mistake(
                        QUEST + ".actionUrl",
                        "must not be left out: there is nothing to visit",
                        "quests[0].actionUrl",
                        null),
                mistake(
                        QUEST + ".availableUntil",
                        "must be after availableFrom, 2026-01-02T00:00:00Z, was"
                                + " 2026-01-01T00:00:00Z",
                        "quests[0].availableFrom",
                        Instant.parse("2026-01-02T00:00:00Z"),
                        "quests[0].availableUntil",
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    static Stream<Arguments> mistakesOfGoals() {
        return Stream.of(
                goal(
                        ".delay",
                        "must be longer than PT0S, was PT0S",
                        new QuestGoal.Visit(Duration.ZERO)),
                mistake(
                        QUEST + ".goal.delay",
                        "must be shorter than a day, because the quest is daily, was PT24H",
                        "quests[0].goal",
                        new QuestGoal.Visit(Duration.ofDays(1)),
                        "quests[0].daily",
                        true),
                reach("must be 1 to 9007199254740991, was 0", QuestCounter.TAPS, 0),
                reach("must be 1 to 9007199254740991, was -5", QuestCounter.FUNZ_EARNED, -5),
                reach("can never be met: no player comes beyond 3, was 4", QuestCounter.RANK, 4),
                reach("can never be met: no player comes beyond 2, was 3", QuestCounter.CARDS, 3),
                reach(
                        "can never be met: no player comes beyond 1000000, was 1000001",
                        QuestCounter.FRIENDS,
                        1_000_001),
                reach("can never be met: no player comes beyond 2, was 3", QuestCounter.FORGED, 3),
                reach("can never be met: no player comes beyond 1, was 2", QuestCounter.STORIES, 2),
                reach(
                        "can never be met: no player comes beyond 2147483647, was 2147483648",
                        QuestCounter.STREAK,
                        2_147_483_648L),
                mistake(
                        QUEST + ".goal.counter",
                        "must be one that a day adds to, because the quest is daily",
                        "quests[0].goal",
                        new QuestGoal.Reach(QuestCounter.STREAK, 2),
                        "quests[0].daily",
                        true),
                mistake(
                        QUEST + ".goal.counter",
                        "must be one that a day adds to, because the quest is daily",
                        "quests[0].goal",
                        new QuestGoal.Reach(QuestCounter.RANK, 2),
                        "quests[0].daily",
                        true),
                goal(
                        ".target",
                        "WALLET_CONNECTED has no target, was 'x'",
                        new QuestGoal.Confirm(ExternalKind.WALLET_CONNECTED, "x")),
                mistake(
                        QUEST + ".goal.external",
                        "must not be daily: what is confirmed stays so",
                        "quests[0].goal",
                        new QuestGoal.Confirm(ExternalKind.WALLET_CONNECTED, ""),
                        "quests[0].daily",
                        true));
    }

    private static Arguments goal(String field, String reason, QuestGoal goal) {
        return mistake(QUEST + ".goal" + field, reason, "quests[0].goal", goal);
    }

    private static Arguments reach(String reason, QuestCounter counter, long count) {
        return goal(".count", reason, new QuestGoal.Reach(counter, count));
    }

    static Stream<Arguments> mistakesOfRewards() {
        return Stream.of(
                reward("", "must pay something", new Reward(0, 0, List.of())),
                reward(
                        ".funz",
                        "must be 0 to 9007199254740991, was -1",
                        new Reward(-1, 1, List.of())),
                reward(
                        ".jokers",
                        "must be 0 to 9007199254740991, was -1",
                        new Reward(1, -1, List.of())),
                reward(
                        ".items[0].item",
                        "there is no item 'ghost'",
                        items(new ItemStack(new ItemId("ghost"), 1))),
                reward(
                        ".items[0].count",
                        "must be 1 to 10, the most a player holds of shard, was 0",
                        items(new ItemStack(SHARD, 0))),
                reward(
                        ".items[0].count",
                        "must be 1 to 10, the most a player holds of shard, was 11",
                        items(new ItemStack(SHARD, 11))),
                reward(
                        ".items[1].item",
                        "names 'shard' twice; add the counts up",
                        items(new ItemStack(SHARD, 1), new ItemStack(SHARD, 2))),
                mistake(
                        "friendsQuest[1].friends",
                        "must be above the level before, 1, was 1",
                        "friendsQuest[1].friends",
                        1),
                mistake(
                        "friendsQuest[0].friends",
                        "must be 1 to 1000000, was 0",
                        "friendsQuest[0].friends",
                        0),
                mistake(
                        "friendsQuest[0].reward",
                        "must pay something",
                        "friendsQuest[0].reward.funz",
                        0L));
    }

    private static Reward items(ItemStack... items) {
        return new Reward(0, 0, List.of(items));
    }

    private static Arguments reward(String field, String reason, Reward reward) {
        return mistake(QUEST + ".reward" + field, reason, "quests[0].reward", reward);
    }

    static Stream<Arguments> mistakesOfConditions() {
        QuestId greet = new QuestId("greet");
        QuestId look = new QuestId("look");
        return Stream.of(
                mistake(
                        QUEST + ".requirements[0].quest",
                        "there is no quest 'ghost'",
                        "quests[0].requirements",
                        finish(new QuestId("ghost"))),
                mistake(
                        "cards[0 miner].requirements[0].quest",
                        "there is no quest 'ghost'",
                        "cards[0].requirements",
                        finish(new QuestId("ghost"))),
                mistake(
                        QUEST + ".requirements",
                        "can never be met: greet needs greet",
                        "quests[0].requirements",
                        finish(greet)),
                mistake(
                        QUEST + ".requirements",
                        "can never be met: greet needs look, look needs greet",
                        "quests[0].requirements",
                        finish(look),
                        "quests[1].requirements",
                        finish(greet)),
                mistake(
                        "cards[0 miner].requirements",
                        "can never be met: miner needs look, look needs miner",
                        "cards[0].requirements",
                        finish(look),
                        "quests[1].requirements",
                        List.of(new Requirement.OwnCard(MINER, 1))));
    }

    private static List<Requirement> finish(QuestId quest) {
        return List.of(new Requirement.FinishQuest(quest));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"mistakes", "mistakesOfGoals", "mistakesOfRewards", "mistakesOfConditions"})
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }

    @Test
    void more_items_than_a_reward_takes_are_told() {
        CatalogDefinition broken =
                Edit.set(
                        SmallCatalog.definition(),
                        "quests[0].reward.items",
                        Collections.nCopies(11, new ItemStack(SHARD, 1)));

        assertThat(CatalogValidator.validate(broken))
                .hasSize(11)
                .startsWith(
                        new CatalogProblem(
                                QUEST + ".reward.items", "must have at most 10 rows, has 11"));
    }

    @ParameterizedTest
    @EnumSource
    void every_counter_can_be_asked_for(QuestCounter counter) {
        CatalogDefinition good =
                Edit.set(
                        SmallCatalog.definition(),
                        "quests[0].goal",
                        new QuestGoal.Reach(counter, 1));

        assertThat(CatalogValidator.validate(good)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1st_channel", "_channel", "@channel"})
    void a_channel_must_be_named_as_telegram_names_it(String target) {
        CatalogDefinition broken =
                Edit.set(
                        SmallCatalog.definition(),
                        "quests[0].goal",
                        new QuestGoal.Confirm(ExternalKind.CHANNEL_JOINED, target));

        assertThat(CatalogValidator.validate(broken))
                .extracting(CatalogProblem::row)
                .containsExactly(QUEST + ".goal.target");
    }
}
