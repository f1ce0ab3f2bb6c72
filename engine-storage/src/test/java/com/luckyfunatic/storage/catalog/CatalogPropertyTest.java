package com.luckyfunatic.storage.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.CatalogValidator;
import com.luckyfunatic.engine.catalog.InvalidCatalogException;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.tap.TapCommand;
import com.luckyfunatic.engine.testkit.Seeds;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes the default catalog at random: whatever comes out is either refused in words, or so sound
 * that no product of the rules can pass 2^53.
 */
class CatalogPropertyTest {
    private static final int CATALOGS_PER_SEED = 20;
    private static final int EDITS_MAX = 3;

    static LongStream seeds() {
        return Seeds.all();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_changed_catalog_is_refused_or_its_largest_values_are_amounts(long seed) {
        RandomGenerator random = Seeds.random(seed);
        int valid = 0;
        for (int i = 0; i < CATALOGS_PER_SEED; i++) {
            JsonNode content = CatalogTrees.standard();
            for (int edits = 1 + random.nextInt(EDITS_MAX); edits > 0; edits--) {
                Mutation.apply(content, random);
            }
            if (isValid(content)) {
                valid++;
            }
        }
        assertThat(valid).as("valid catalogs, so that this test tests something").isPositive();
    }

    @Test
    void the_default_catalog_stays_below_the_cap() {
        checkLargestValues(Catalog.of(CatalogLoader.standard()));
    }

    private static boolean isValid(JsonNode content) {
        CatalogDefinition definition;
        try {
            definition = CatalogTrees.load(content).definition();
        } catch (CatalogFileException e) {
            assertThat(e.problems()).isNotEmpty();
            return false;
        }
        if (!CatalogValidator.validate(definition).isEmpty()) {
            assertThatExceptionOfType(InvalidCatalogException.class)
                    .isThrownBy(() -> Catalog.of(definition));
            return false;
        }
        checkLargestValues(Catalog.of(definition));
        return true;
    }

    private static void checkLargestValues(Catalog catalog) {
        PlayerState state = EverythingAtMaximum.of(catalog);
        long tap = EffectiveValues.funzPerTap(state, catalog, 0);
        long energy = EffectiveValues.energyMax(state, catalog, 0);
        long income = EffectiveValues.incomePerHour(state, catalog, 0);
        assertAmount("a command of taps", tap, TapCommand.Tap.COUNT_MAX);
        assertAmount("energy in millionths", energy, EnergyState.MICROS_PER_UNIT);
        assertAmount(
                "regeneration", EffectiveValues.energyRegenMilliPerSecond(state, catalog, 0), 1);
        assertAmount("income until the cap", income, catalog.incomeCapMillis());
    }

    private static void assertAmount(String what, long value, long times) {
        assertThat(BigInteger.valueOf(value).multiply(BigInteger.valueOf(times)))
                .as(what)
                .isBetween(BigInteger.ZERO, BigInteger.valueOf(Amounts.MAX));
    }
}
