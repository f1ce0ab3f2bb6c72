package com.luckyfunatic.engine.effect;

import com.luckyfunatic.engine.amount.BasisPoints;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterLevel;
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
 * multiplies once by {@code 1 + level × magnitude} (levels add up, they do not compound). Levels
 * and copies that content no longer has count as the last it has, so that the catalog's own checks
 * hold for every player. Pure; no allocation.
 */
public final class EffectiveValues {
    private EffectiveValues() {}

    /** Returns the funz that one accepted tap pays. */
    public static long funzPerTap(PlayerState state, Catalog catalog, long atMillis) {
        long base =
                catalog.tap().funzPerTap() + sum(Effect.FUNZ_PER_TAP_ADD, state, catalog, atMillis);
        long cap = catalog.multiplierCapBps();
        long multiplier = product(Effect.FUNZ_PER_TAP_MULTIPLY, state, catalog, atMillis);
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
                base += card.incomePerHour() * copies(card, forged.get(i));
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
        List<BoosterLevel> levels = state.boosters().levels();
        for (int i = 0; i < levels.size(); i++) {
            sum += magnitude(effect, catalog, levels.get(i));
        }
        List<ForgedCard> forged = state.forge().cards();
        for (int i = 0; i < forged.size(); i++) {
            sum += magnitude(effect, catalog, forged.get(i));
        }
        return sum;
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
        List<BoosterLevel> levels = state.boosters().levels();
        for (int i = 0; i < levels.size(); i++) {
            long bps = BasisPoints.ONE + magnitude(effect, catalog, levels.get(i));
            product = BasisPoints.multiply(product, bps, cap);
        }
        List<ForgedCard> forged = state.forge().cards();
        for (int i = 0; i < forged.size(); i++) {
            long bps = BasisPoints.ONE + magnitude(effect, catalog, forged.get(i));
            product = BasisPoints.multiply(product, bps, cap);
        }
        return product;
    }

    private static long magnitude(Effect effect, Catalog catalog, BoosterLevel owned) {
        BoosterDefinition booster = catalog.booster(owned.type());
        return booster != null && booster.effect() == effect
                ? booster.magnitude() * Math.min(owned.level(), booster.maxLevel())
                : 0;
    }

    private static long magnitude(Effect effect, Catalog catalog, ForgedCard owned) {
        SpecialCardDefinition card = catalog.specialCard(owned.card());
        return card != null && card.effect() == effect ? card.magnitude() * copies(card, owned) : 0;
    }

    private static long copies(SpecialCardDefinition card, ForgedCard owned) {
        return Math.min(owned.count(), card.forgeLimit());
    }
}
