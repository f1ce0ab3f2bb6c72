package com.luckyfunatic.engine.catalog;

import static java.math.BigInteger.ZERO;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.BasisPoints;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.income.IncomeState;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/**
 * Checks that a player who has everything at its maximum, under the cap of all multipliers, stays
 * below 2^53: then no product of the rules can pass it, and none has to be checked while playing.
 * Pure.
 */
final class OverflowChecks {
    private static final BigInteger MAX = BigInteger.valueOf(Amounts.MAX);

    private final CatalogDefinition catalog;
    private final Content content;
    private final Report report;
    private final BigInteger capBps;

    private OverflowChecks(Content content, Report report) {
        this.content = content;
        this.report = report;
        catalog = content.definition();
        capBps =
                BigInteger.valueOf(
                        Math.clamp(
                                catalog.multiplierCapBps(),
                                Limits.MULTIPLIER_CAP_MIN,
                                Limits.MULTIPLIER_CAP_MAX));
    }

    static void check(Content content, Report report) {
        OverflowChecks checks = new OverflowChecks(content, report);
        checks.tap();
        checks.energy();
        checks.regeneration();
        checks.income();
    }

    /**
     * The value times basis points is the largest product of a tap: the payment of the most taps of
     * a command is smaller, because 50 taps are fewer than the 10 000 basis points of ×1.
     */
    private void tap() {
        BigInteger base = amount(catalog.tap().funzPerTap()).add(added(Effect.FUNZ_PER_TAP_ADD));
        if (passes(base.multiply(capBps))) {
            report.add(
                    "tap.funzPerTap",
                    "with every booster and special card a tap pays "
                            + base
                            + " funz; times multiplierCapBps, "
                            + capBps
                            + ", that passes "
                            + Amounts.MAX);
        }
    }

    private void energy() {
        BigInteger max = amount(catalog.energy().max()).add(added(Effect.ENERGY_MAX_ADD));
        if (passes(max.multiply(BigInteger.valueOf(EnergyState.MICROS_PER_UNIT)))) {
            report.add(
                    "energy.max",
                    "with every booster and special card the maximum is "
                            + max
                            + "; counted in millionths that passes "
                            + Amounts.MAX);
        }
    }

    private void regeneration() {
        BigInteger rate = amount(catalog.energy().regenMilliPerSecond());
        if (passes(rate.multiply(capBps))) {
            report.add(
                    "energy.regenMilliPerSecond",
                    rate + " times multiplierCapBps, " + capBps + ", passes " + Amounts.MAX);
        }
    }

    private void income() {
        BigInteger base = cardIncome().add(specialCardIncome());
        BigInteger perHourBps = base.multiply(capBps);
        Duration cap = catalog.income().cap();
        BigInteger millis =
                BigInteger.valueOf(
                        cap.compareTo(Limits.DURATION_MAX) > 0 || cap.isNegative()
                                ? Limits.DURATION_MAX.toMillis()
                                : cap.toMillis());
        // All that a collection leaves, the ten-thousandths rounded up to one more.
        BigInteger rest = BigInteger.valueOf(IncomeState.PER_FUNZ);
        BigInteger accrued =
                perHourBps.multiply(millis).divide(BigInteger.valueOf(BasisPoints.ONE));
        if (passes(perHourBps) || passes(accrued.add(rest))) {
            report.add(
                    "income.cap",
                    "all cards and special cards earn "
                            + base
                            + " funz an hour; times multiplierCapBps, "
                            + capBps
                            + ", over "
                            + millis
                            + " ms that passes "
                            + Amounts.MAX);
        }
    }

    private BigInteger cardIncome() {
        BigInteger sum = ZERO;
        for (List<CardLevel> levels : content.levels().values()) {
            long most = 0;
            for (CardLevel level : levels) {
                most = Math.max(most, level.incomePerHour());
            }
            sum = sum.add(amount(most));
        }
        return sum;
    }

    private BigInteger specialCardIncome() {
        BigInteger sum = ZERO;
        for (SpecialCardDefinition card : catalog.specialCards()) {
            sum = sum.add(amount(card.incomePerHour()).multiply(amount(card.forgeLimit())));
        }
        return sum;
    }

    /** Returns the most that boosters and special cards can add to a value. */
    private BigInteger added(Effect effect) {
        BigInteger sum = ZERO;
        for (BoosterDefinition booster : catalog.boosters()) {
            if (booster.effect() == effect) {
                int times = booster.isPermanent() ? booster.maxLevel() : 1;
                sum = sum.add(amount(booster.magnitude()).multiply(amount(times)));
            }
        }
        for (SpecialCardDefinition card : catalog.specialCards()) {
            if (card.effect() == effect) {
                sum = sum.add(amount(card.magnitude()).multiply(amount(card.forgeLimit())));
            }
        }
        return sum;
    }

    /** A negative number is a problem of its own row, and must not hide one here. */
    private static BigInteger amount(long value) {
        return BigInteger.valueOf(Math.max(0, value));
    }

    private static boolean passes(BigInteger value) {
        return value.compareTo(MAX) > 0;
    }
}
