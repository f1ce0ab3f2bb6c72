package com.luckyfunatic.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class ContentLossesTest {
    private static final long NOW = 1_790_000_000_000L;
    private static final CatalogDefinition FULL = SmallCatalog.definition();

    /** What else has to go, so that the content is still one. */
    private static final CatalogDefinition SPARE =
            Edit.set(Edit.set(FULL, "stories", List.of()), "specialCards", List.of());

    private static final CatalogDefinition LOW =
            Edit.set(FULL, "frenzy", FULL.frenzy().subList(0, 1));

    static final List<Arguments> LOSSES =
            List.of(
                    arguments(SPARE, "cards", SPARE.cards().subList(0, 2), "card rocket"),
                    arguments(FULL, "specialCards", List.of(), "special card idol"),
                    arguments(FULL, "stories", List.of(), "story dawn"),
                    arguments(FULL, "boosters", FULL.boosters().subList(0, 2), "booster multi"),
                    arguments(FULL, "items", FULL.items().subList(0, 1), "item crate"),
                    arguments(FULL, "exchanges", List.of(), "exchange north"),
                    arguments(FULL, "quests", FULL.quests().subList(0, 1), "quest look"),
                    arguments(LOW, "ranks", LOW.ranks().subList(0, 2), "ranks"),
                    arguments(FULL, "boosters[2].maxLevel", 19, "booster multi"),
                    arguments(FULL, "cards[0].maxLevel", 9, "card miner"));

    @ParameterizedTest
    @FieldSource("LOSSES")
    void what_can_be_owned_cannot_vanish(
            CatalogDefinition before, String path, Object value, String row) {
        CatalogDefinition after = Edit.set(before, path, value);

        assertThat(losses(before, after)).extracting(CatalogProblem::row).containsExactly(row);
        assertThat(losses(after, before)).isEmpty();
    }

    @Test
    void what_nobody_owns_may_go() {
        CatalogDefinition after = Edit.set(FULL, "conversions", List.of());
        after = Edit.set(after, "listings", List.of());
        after = Edit.set(after, "timeTrials", List.of());
        after = Edit.set(after, "tournaments", List.of());
        after = Edit.set(after, "notices.banners", List.of());

        assertThat(losses(FULL, after)).isEmpty();
    }

    @Test
    void a_quest_may_go_when_it_is_over() {
        CatalogDefinition over =
                Edit.set(FULL, "quests[1].availableUntil", Instant.ofEpochMilli(NOW));
        CatalogDefinition soonOver =
                Edit.set(FULL, "quests[1].availableUntil", Instant.ofEpochMilli(NOW + 1));
        CatalogDefinition after = Edit.set(FULL, "quests", FULL.quests().subList(0, 1));

        assertThat(losses(over, after)).isEmpty();
        assertThat(losses(soonOver, after)).isNotEmpty();
    }

    private static List<CatalogProblem> losses(CatalogDefinition before, CatalogDefinition after) {
        return ContentLosses.between(Catalog.of(before), Catalog.of(after), NOW);
    }
}
