package com.luckyfunatic.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.card.CardLevel;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CatalogValidatorTest {
    @Test
    void content_with_every_kind_of_row_is_valid() {
        assertThat(CatalogValidator.validate(SmallCatalog.definition())).isEmpty();
    }

    @Test
    void content_without_anything_that_may_be_left_out_is_valid() {
        assertThat(CatalogValidator.validate(SmallCatalog.minimal())).isEmpty();
        assertThat(Catalog.of(SmallCatalog.minimal()).cards()).isEmpty();
    }

    @Test
    void every_problem_is_found_at_once_in_the_order_of_the_file() {
        CatalogDefinition broken = SmallCatalog.definition();
        broken = Edit.set(broken, "version", "");
        broken = Edit.set(broken, "boosters[1].name", " ");
        broken = Edit.set(broken, "cards[0].maxLevel", 0);
        broken = Edit.set(broken, "items[0].max", 0);
        broken = Edit.set(broken, "specialCards[0].forgeLimit", 0);
        assertThat(CatalogValidator.validate(broken))
                .extracting(CatalogProblem::row)
                .containsExactly(
                        "version",
                        "boosters[1 turbo].name",
                        "cards[0 miner].maxLevel",
                        "items[0 shard].max",
                        "items[1 crate].use.reward.items[0].count",
                        "specialCards[0 idol].forgeLimit",
                        "specialCards[0 idol].ingredients[0].levels",
                        "specialCards[0 idol].ingredients[1].count",
                        "listings[0 glass].goods.items[0].count");
    }

    @Test
    void a_catalog_is_refused_with_every_problem_and_its_text() {
        CatalogDefinition broken =
                Edit.set(Edit.set(SmallCatalog.definition(), "version", ""), "tap.burst", 0);
        assertThatExceptionOfType(InvalidCatalogException.class)
                .isThrownBy(() -> Catalog.of(broken))
                .withMessage(
                        """
                        the catalog is not valid:
                        version: must not be blank
                        tap.burst: must be 1 to 10000, was 0\
                        """)
                .satisfies(e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void a_catalog_has_the_levels_of_the_curves_and_of_explicit_rows() {
        Catalog catalog = Catalog.of(SmallCatalog.definition());
        assertThat(catalog.cardLevels(SmallCatalog.MINER))
                .hasSize(10)
                .startsWith(new CardLevel(1_000, 100), new CardLevel(1_103, 207));
        assertThat(catalog.cardLevels(SmallCatalog.ROBOT))
                .containsExactly(new CardLevel(5, 50), new CardLevel(7, 120));
    }

    @Test
    void a_list_without_end_is_refused_before_it_is_read() {
        CatalogDefinition broken =
                Edit.set(
                        SmallCatalog.definition(),
                        "cards",
                        Collections.nCopies(100_000, SmallCatalog.card(SmallCatalog.MINER)));
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(
                        new CatalogProblem("cards", "must have at most 1000 rows, has 100000"));
    }
}
