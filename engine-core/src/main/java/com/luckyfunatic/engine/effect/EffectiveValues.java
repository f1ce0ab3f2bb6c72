package com.luckyfunatic.engine.effect;

import com.luckyfunatic.engine.amount.BasisPoints;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.card.CardRules;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.forge.ForgedCard;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.List;

/**
 * The values in force for a player at a moment: the base of the catalog, everything added to it,
 * times everything that multiplies it.
 *
 * <p>They are derived each time and never stored, so that there is no second truth. The product of
 * all multipliers on one value is cut at {@link Catalog#multiplierCapBps()}. A permanent booster
 * multiplies once by {@code 1 + level × magnitude} (levels add up, they do not compound). Products
 * are floored step by step: active boosters in the order they were activated, then permanent ones
 * and special cards in the order of the content, so that two players who own the same get the same,
 * whatever they bought first. Levels and copies that content no longer has count as the last it
 * has, so that the catalog's own checks hold for every player. Pure; no allocation.
 */
public final class EffectiveValues {
    private EffectiveValues() {}

    /** Returns the funz that one accepted tap pays. */
    public static long funzPerTap(PlayerState state, Catalog catalog, long atMillis) {
        long cap = catalog.multiplierCapBps();
        long base = catalog.tap().funzPerTap();
        long multiplier = BasisPoints.ONE;
        // Every tap comes by here: one look at the active boosters serves both effects.
        List<ActiveBooster> active = state.boosters().active();
        for (int i = 0; i < active.size(); i++) {
            ActiveBooster booster = active.get(i);
            if (!booster.isActive(atMillis)) {
                continue;
            }
            if (booster.effect() == Effect.FUNZ_PER_TAP_ADD) {
                base += booster.magnitude();
            } else if (booster.effect() == Effect.FUNZ_PER_TAP_MULTIPLY) {
                multiplier = BasisPoints.multiply(multiplier, booster.magnitude(), cap);
            }
        }
        base += lastingSum(Effect.FUNZ_PER_TAP_ADD, state, catalog);
        multiplier = lastingProduct(Effect.FUNZ_PER_TAP_MULTIPLY, multiplier, state, catalog);
        if (state.frenzy().isActive(atMillis)) {
            multiplier = BasisPoints.multiply(multiplier, state.frenzy().multiplierBps(), cap);
        }
        return BasisPoints.apply(base, multiplier);
    }

    /** Returns the energy maximum, in whole units. */
    public static long energyMax(PlayerState state, Catalog catalog, long atMillis) {
        return catalog.energy().max() + sum(Effect.ENERGY_MAX_ADD, state, catalog, atMillis);
    }

    /** Returns the energy regeneration, in thousandths of a unit per second. */
    public static long energyRegenMilliPerSecond(
            PlayerState state, Catalog catalog, long atMillis) {
        return BasisPoints.apply(
                catalog.energy().regenMilliPerSecond(),
                product(Effect.ENERGY_REGEN_MULTIPLY, state, catalog, atMillis));
    }

    /** Returns the passive income to show, in whole funz per hour; what is paid is not floored. */
    public static long incomePerHour(PlayerState state, Catalog catalog, long atMillis) {
        return incomePerHourBps(state, catalog, atMillis) / BasisPoints.ONE;
    }

    /** Returns the exact passive income, in funz per hour × basis points. */
    public static long incomePerHourBps(PlayerState state, Catalog catalog, long atMillis) {
        long base = CardRules.baseIncomePerHour(state.cards(), catalog);
        List<ForgedCard> forged = state.forge().cards();
        for (int i = 0; i < forged.size(); i++) {
            SpecialCardDefinition card = catalog.specialCard(forged.get(i).card());
            if (card != null) {
                base += card.incomePerHour() * copies(card, forged.get(i).count());
            }
        }
        return Math.multiplyExact(base, product(Effect.INCOME_MULTIPLY, state, catalog, atMillis));
    }

    private static long sum(Effect effect, PlayerState state, Catalog catalog, long atMillis) {
        long sum = 0;
        List<ActiveBooster> active = state.boosters().active();
        for (int i = 0; i < active.size(); i++) {
            ActiveBooster booster = active.get(i);
            if (booster.effect() == effect && booster.isActive(atMillis)) {
                sum += booster.magnitude();
            }
        }
        return sum + lastingSum(effect, state, catalog);
    }

    private static long product(Effect effect, PlayerState state, Catalog catalog, long atMillis) {
        long cap = catalog.multiplierCapBps();
        long product = BasisPoints.ONE;
        List<ActiveBooster> active = state.boosters().active();
        for (int i = 0; i < active.size(); i++) {
            ActiveBooster booster = active.get(i);
            if (booster.effect() == effect && booster.isActive(atMillis)) {
                product = BasisPoints.multiply(product, booster.magnitude(), cap);
            }
        }
        return lastingProduct(effect, product, state, catalog);
    }

    /** What permanent boosters and special cards add. */
    private static long lastingSum(Effect effect, PlayerState state, Catalog catalog) {
        long sum = 0;
        List<BoosterDefinition> permanent = permanent(effect, state, catalog);
        for (int i = 0; i < permanent.size(); i++) {
            sum += magnitude(permanent.get(i), state);
        }
        List<SpecialCardDefinition> special = special(effect, state, catalog);
        for (int i = 0; i < special.size(); i++) {
            sum += magnitude(special.get(i), state);
        }
        return sum;
    }

    /** {@code product} times what permanent boosters and special cards multiply by. */
    private static long lastingProduct(
            Effect effect, long product, PlayerState state, Catalog catalog) {
        long cap = catalog.multiplierCapBps();
        long result = product;
        List<BoosterDefinition> permanent = permanent(effect, state, catalog);
        for (int i = 0; i < permanent.size(); i++) {
            long bps = BasisPoints.ONE + magnitude(permanent.get(i), state);
            result = BasisPoints.multiply(result, bps, cap);
        }
        List<SpecialCardDefinition> special = special(effect, state, catalog);
        for (int i = 0; i < special.size(); i++) {
            long bps = BasisPoints.ONE + magnitude(special.get(i), state);
            result = BasisPoints.multiply(result, bps, cap);
        }
        return result;
    }

    /** The content's permanent boosters with {@code effect}; none for who has none at all. */
    private static List<BoosterDefinition> permanent(
            Effect effect, PlayerState state, Catalog catalog) {
        return state.boosters().levels().isEmpty() ? List.of() : catalog.permanentBoosters(effect);
    }

    /** The content's special cards with {@code effect}; none for who has forged none at all. */
    private static List<SpecialCardDefinition> special(
            Effect effect, PlayerState state, Catalog catalog) {
        return state.forge().cards().isEmpty() ? List.of() : catalog.specialCards(effect);
    }

    private static long magnitude(BoosterDefinition booster, PlayerState state) {
        int level = state.boosters().level(booster.type());
        return booster.magnitude() * Math.min(level, booster.maxLevel());
    }

    private static long magnitude(SpecialCardDefinition card, PlayerState state) {
        return card.magnitude() * copies(card, state.forge().count(card.id()));
    }

    private static long copies(SpecialCardDefinition card, int count) {
        return Math.min(count, card.forgeLimit());
    }
}
