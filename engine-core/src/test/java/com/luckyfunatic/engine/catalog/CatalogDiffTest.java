package com.luckyfunatic.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.catalog.CatalogChange.Kind;
import com.luckyfunatic.engine.item.ItemUse;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class CatalogDiffTest {
    private static final CatalogDefinition FULL =
            Edit.set(SmallCatalog.definition(), "raffles", List.of(raffle("spring")));

    static final List<Arguments> EDITS =
            List.of(
                    edit("version", "2", "version: \"1\" → \"2\""),
                    edit("start.funz", 5L, "start: funz 0 → 5"),
                    edit("tap.burst", 61, "tap: burst 60 → 61"),
                    edit("energy.max", 900L, "energy: max 1000 → 900"),
                    edit("income.cap", Duration.ofHours(3), "income: cap 1h30m → 3h"),
                    edit("multiplierCapBps", 9L, "multiplier cap bps: 500000 → 9"),
                    edit("frenzy[1].meter", 7, "frenzy 2: meter 300 → 7"),
                    edit("boosters[0].name", "New", "booster refill: name \"Refill\" → \"New\""),
                    edit("categories[0].name", "Tool", "category tools: name \"Tools\" → \"Tool\""),
                    edit("cards[0].comingSoon", true, "card miner: coming soon no → yes"),
                    edit(
                            "cards[0].availableFrom",
                            Instant.EPOCH,
                            "card miner: available from none → 1970-01-01T00:00:00Z"),
                    edit(
                            "cards[0].requirements",
                            List.of(new Requirement.OwnCard(SmallCatalog.ROBOT, 2)),
                            "card miner: requirements none → own card robot 2"),
                    edit(
                            "stories[0].cards",
                            List.of(SmallCatalog.MINER),
                            "story dawn: cards miner, robot → miner"),
                    edit("items[0].max", 11, "item shard: max 10 → 11"),
                    edit(
                            "items[1].use",
                            null,
                            "item crate: use opens reward 0 0 item stack shard 2 → none"),
                    edit(
                            "items[1].use",
                            new ItemUse.Opens(Reward.ofItems(SmallCatalog.SHARD, 3)),
                            "item crate: use reward item shard count 2 → 3"),
                    edit("specialCards[0].jokers", 9L, "special card idol: jokers 1 → 9"),
                    edit("ranks[2].funzEarned", 201L, "rank 3: funz earned 200 → 201"),
                    edit("referral.paidPerDay", 49, "referral: paid per day 50 → 49"),
                    edit("dailyBonus.streak[0].funz", 3L, "daily bonus: streak 1 funz 5 → 3"),
                    edit("balloon.popBurst", 2, "balloon: pop burst 10 → 2"),
                    edit("exchanges[0].name", "N", "exchange north: name \"North\" → \"N\""),
                    edit("quests[0].daily", true, "quest greet: daily no → yes"),
                    edit(
                            "quests[0].goal",
                            new QuestGoal.Instant(),
                            "quest greet: goal visit 30s → instant"),
                    edit("quests[0].reward.funz", 6L, "quest greet: reward funz 5 → 6"),
                    edit("friendsQuest[1].friends", 4, "friends quest 2: friends 3 → 4"),
                    edit("notices.banners[0].order", 3, "banner summer: order 1 → 3"),
                    edit(
                            "notices.announcements[1].audience.languages",
                            List.of("ru"),
                            "announcement party: audience languages \"en\" → \"ru\""),
                    edit("conversions[0].dailyLimit", 21, "conversion sell: daily limit 20 → 21"),
                    edit(
                            "listings[1].currency",
                            Currency.FUNZ,
                            "listing gift: currency jokers → funz"),
                    edit("minigames[0].maxScore", 501L, "minigame stars: max score 500 → 501"),
                    edit(
                            "raffles[0].schedule.lasts",
                            Duration.ofHours(1),
                            "raffle spring: schedule lasts 2h → 1h"),
                    edit(
                            "tournaments[0].prizes.ranges[0].prize",
                            4_000L,
                            "tournament daily: prizes range 1 prize 5000 → 4000"),
                    edit(
                            "timeTrials[0].targets[1].time",
                            Duration.ofSeconds(9),
                            "time trial sprint: target 2 time 10s → 9s"));

    private static Arguments edit(String path, @Nullable Object value, String line) {
        return arguments(path, value, line);
    }

    private static RaffleSeries raffle(String id) {
        return new RaffleSeries(
                new RaffleId(id),
                "Spring",
                "Tickets.",
                new Schedule(Instant.EPOCH, Duration.ofDays(1), Duration.ofHours(2)),
                List.of(),
                Currency.FUNZ,
                10,
                5,
                100,
                List.of(new RaffleSeries.Prize(1, Reward.ofFunz(500))));
    }

    @ParameterizedTest
    @FieldSource("EDITS")
    void one_edit_is_one_line(String path, @Nullable Object value, String line) {
        assertThat(lines(FULL, Edit.set(FULL, path, value))).containsExactly(line);
    }

    @Test
    void a_price_on_the_curve_is_told_by_level() {
        assertThat(lines(FULL, Edit.set(FULL, "cards[0].basePrice", 2_000L)))
                .startsWith(
                        "card miner: base price 1000 → 2000",
                        "card miner: price at level 1 1000 → 2000")
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void the_whole_difference_has_every_level() {
        CatalogDefinition after = Edit.set(FULL, "cards[0].basePrice", 2_000L);

        assertThat(CatalogDiff.whole(FULL, after).stream().map(CatalogChange::line))
                .hasSize(1 + FULL.cards().getFirst().maxLevel())
                .noneMatch(line -> line.contains("levels before"))
                .doesNotHaveDuplicates();
        assertThat(lines(FULL, after)).last().asString().endsWith(" levels before)");
    }

    @Test
    void a_listed_price_is_told_by_level() {
        List<CardLevel> levels = new ArrayList<>(FULL.cards().get(1).levels());
        CardLevel first = levels.getFirst();
        levels.set(0, new CardLevel(first.price() + 1, first.incomePerHour()));

        assertThat(lines(FULL, Edit.set(FULL, "cards[1].levels", levels)))
                .containsExactly(
                        "card robot: price at level 1 "
                                + first.price()
                                + " → "
                                + (first.price() + 1));
    }

    @Test
    void what_comes_what_goes_and_what_is_moved_is_told() {
        CatalogDefinition after =
                Edit.set(
                        FULL,
                        "cards",
                        List.of(
                                FULL.cards().get(1),
                                FULL.cards().getFirst(),
                                SmallCatalog.card(new CardId("ufo"))));
        after = Edit.set(after, "raffles", List.of(raffle("autumn")));
        after = Edit.set(after, "frenzy", FULL.frenzy().subList(0, 1));

        assertThat(lines(FULL, after))
                .containsExactly(
                        "frenzy 2: withdrawn",
                        "card rocket: withdrawn",
                        "card ufo: added",
                        "cards: in another order",
                        "raffle spring: withdrawn",
                        "raffle autumn: added");
    }

    @Test
    void a_part_that_comes_or_goes_is_told_with_its_row() {
        CatalogDefinition after =
                Edit.set(
                        FULL,
                        "timeTrials[0].targets",
                        FULL.timeTrials().getFirst().targets().subList(0, 1));

        assertThat(CatalogDiff.between(FULL, after))
                .containsExactly(
                        new CatalogChange(
                                Kind.WITHDRAWN, "time trial sprint", "target 2", null, null));
        assertThat(lines(after, FULL)).containsExactly("time trial sprint: target 2 added");
    }

    @Test
    void a_long_text_is_cut() {
        assertThat(lines(FULL, Edit.set(FULL, "stories[0].chapter", "a\n".repeat(100))))
                .containsExactly(
                        "story dawn: chapter \"It began. It went on.\" → \""
                                + "a ".repeat(30)
                                + "…\" (200 characters)");
    }

    @Test
    void a_copy_is_no_different() {
        assertThat(lines(FULL, ContentEdits.copy(FULL))).isEmpty();
        assertThat(lines(SmallCatalog.minimal(), SmallCatalog.minimal())).isEmpty();
    }

    /** However content is edited: there is a line unless it is equal. */
    @Test
    void no_edit_goes_unseen() {
        List<ContentEdits.Edited> edits = ContentEdits.all(FULL);
        assertThat(edits).hasSizeGreaterThan(400);
        for (ContentEdits.Edited each : edits) {
            CatalogDefinition edited = each.content();
            assertThat(edited.equals(FULL)).as(each.path()).isFalse();
            assertThat(lines(FULL, edited)).as(each.path()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(lines(edited, FULL)).as(each.path()).isNotEmpty();
        }
    }

    @Test
    void edits_upon_edits_are_told_unless_they_undo_each_other() {
        Random random = new Random(30);
        for (int run = 0; run < 50; run++) {
            CatalogDefinition edited = FULL;
            for (int n = random.nextInt(4); n >= 0; n--) {
                List<ContentEdits.Edited> edits = ContentEdits.all(edited);
                edited = edits.get(random.nextInt(edits.size())).content();
            }
            assertThat(lines(FULL, edited).isEmpty()).isEqualTo(FULL.equals(edited));
        }
    }

    private static List<String> lines(CatalogDefinition before, CatalogDefinition after) {
        return CatalogDiff.between(before, after).stream().map(CatalogChange::line).toList();
    }
}
