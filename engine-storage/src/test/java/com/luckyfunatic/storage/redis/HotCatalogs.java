package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.PriceCurve;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.income.IncomeDefinition;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemUse;
import com.luckyfunatic.engine.notice.NoticesDefinition;
import com.luckyfunatic.engine.tap.TapDefinition;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Contents with many free boosters, of one version and with different numbers. */
final class HotCatalogs {
    private static final List<BoosterDefinition> FREE =
            List.of(
                    free("tea", Effect.ENERGY_MAX_ADD, 100, 10, 0, 3, true, Currency.FUNZ),
                    free(
                            "rain",
                            Effect.INCOME_MULTIPLY,
                            15_000,
                            60,
                            30,
                            BoosterDefinition.UNLIMITED,
                            false,
                            Currency.JOKERS),
                    free(
                            "flow",
                            Effect.ENERGY_REGEN_MULTIPLY,
                            20_000,
                            5,
                            2,
                            2,
                            true,
                            Currency.FUNZ),
                    instant("snack", 0, BoosterDefinition.UNLIMITED, Currency.JOKERS),
                    instant("meal", 7, 3, Currency.FUNZ),
                    free("grip", Effect.FUNZ_PER_TAP_ADD, 2, 1, 1, 1_000, true, Currency.FUNZ));

    static final List<Catalog> ALL =
            List.of(
                    catalog(
                            new TapDefinition(1, 1, 20, 60),
                            new EnergyDefinition(1_000, 1_000),
                            Duration.ofMinutes(90),
                            500_000),
                    catalog(
                            new TapDefinition(3, 7, 3, 9),
                            new EnergyDefinition(70, 1),
                            Duration.ofMinutes(1),
                            40_000),
                    catalog(
                            new TapDefinition(1_000_003, 3, 1_000, 10_000),
                            new EnergyDefinition(1_000_000, 999_983),
                            Duration.ofHours(3),
                            1_000_000));

    private HotCatalogs() {}

    private static Catalog catalog(
            TapDefinition tap, EnergyDefinition energy, Duration incomeCap, long multiplierCap) {
        Catalog base = TestCatalogs.full();
        return Catalog.of(
                new CatalogDefinition(
                        base.version(),
                        base.start(),
                        tap,
                        energy,
                        new IncomeDefinition(incomeCap),
                        multiplierCap,
                        List.of(base.frenzyLevel(1), base.frenzyLevel(3)),
                        Stream.concat(
                                        base.boosters().stream()
                                                .filter(each -> fits(each, multiplierCap)),
                                        FREE.stream())
                                .toList(),
                        base.categories(),
                        base.cards(),
                        base.stories(),
                        base.items().stream()
                                .map(each -> fitting(each, base, multiplierCap))
                                .toList(),
                        base.specialCards(),
                        base.ranks(),
                        base.referral(),
                        base.dailyBonus(),
                        base.balloon(),
                        base.exchanges(),
                        base.quests(),
                        base.friendsQuest(),
                        NoticesDefinition.NONE,
                        base.conversions(),
                        base.listings(),
                        base.minigames(),
                        base.raffles(),
                        base.tournaments(),
                        base.timeTrials()));
    }

    /** An item can start no booster that was left out. */
    private static ItemDefinition fitting(ItemDefinition item, Catalog base, long multiplierCap) {
        if (!(item.use() instanceof ItemUse.Boosts(var type))) {
            return item;
        }
        BoosterDefinition booster = base.booster(type);
        return booster != null && fits(booster, multiplierCap)
                ? item
                : new ItemDefinition(item.id(), item.name(), item.description(), item.max());
    }

    private static boolean fits(BoosterDefinition booster, long multiplierCap) {
        return booster.isPermanent()
                || !booster.effect().isMultiplier()
                || booster.magnitude() <= multiplierCap;
    }

    private static BoosterDefinition instant(
            String type, int cooldownSeconds, int dailyLimit, Currency currency) {
        return free(type, Effect.REFILL_ENERGY, 0, 0, cooldownSeconds, dailyLimit, false, currency);
    }

    private static BoosterDefinition free(
            String type,
            Effect effect,
            long magnitude,
            int seconds,
            int cooldownSeconds,
            int dailyLimit,
            boolean stackable,
            Currency currency) {
        return new BoosterDefinition(
                new BoosterType(type),
                "The " + type,
                "Costs nothing.",
                effect,
                magnitude,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(cooldownSeconds),
                dailyLimit,
                0,
                stackable,
                currency,
                new PriceCurve(PriceCurve.Kind.FREE, 0),
                List.of());
    }
}
