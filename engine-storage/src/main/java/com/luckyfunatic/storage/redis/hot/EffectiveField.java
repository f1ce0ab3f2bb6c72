package com.luckyfunatic.storage.redis.hot;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.BasisPoints;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.story.StoryRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The field of a player's hash that holds what hot scripts need and only content can tell: the
 * values in force, until when they hold, and the marks at which something else happens.
 *
 * <p>It names the content it was made under and the sequence of the state it was made of: of any
 * other, it counts for nothing, nor does one that cannot be understood.
 */
public final class EffectiveField {
    /**
     * The version of this form, part of the content's name: raise it with every change of what the
     * numbers mean, so that servers of two releases never take one for the other.
     */
    static final int FORM = 1;

    /** A mark that is never reached: scripts leave balances at the cap to the rules. */
    private static final long NEVER = Amounts.MAX;

    private EffectiveField() {}

    /**
     * Returns the field for {@code state} under {@code content}; empty when some value is too large
     * for a script.
     */
    public static String of(PlayerState state, HotContent content) {
        long[] numbers = numbers(state, content.catalog());
        boolean isSafe = Arrays.stream(numbers).allMatch(n -> n >= 0 && n <= Amounts.MAX);
        return isSafe
                ? LongStream.of(numbers)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" ", content.name() + " ", ""))
                : "";
    }

    /** In the order of {@code effective_names.lua}. */
    private static long[] numbers(PlayerState state, Catalog catalog) {
        // None starts inside an unsettled interval, so what works at its beginning works until an
        // end.
        long energyFrom = state.energy().atMillis();
        long incomePerHourBps =
                EffectiveValues.incomePerHourBps(state, catalog, state.income().settledAtMillis());
        FrenzyState frenzy = state.frenzy();
        PlayerState calm = state.change().frenzy(FrenzyState.EMPTY).done();
        PlayerState frantic =
                state.change()
                        .frenzy(
                                new FrenzyState(
                                        frenzy.meter(),
                                        Long.MAX_VALUE,
                                        frenzy.multiplierBps(),
                                        frenzy.readyAtMillis()))
                        .done();
        return new long[] {
            state.sequence(),
            validUntil(state),
            nextRankAt(state, catalog),
            qualifyAt(state, catalog),
            EffectiveValues.funzPerTap(calm, catalog, state.changedAtMillis()),
            EffectiveValues.funzPerTap(frantic, catalog, state.changedAtMillis()),
            EffectiveValues.energyMax(state, catalog, energyFrom),
            EffectiveValues.energyRegenMilliPerSecond(state, catalog, energyFrom),
            incomePerHourBps / BasisPoints.ONE,
            catalog.frenzyLevel(state.rank().rank()).meter(),
            incomePerHourBps % BasisPoints.ONE,
            StoryRules.newlyCompleted(state, catalog) == null ? 0 : 1
        };
    }

    private static long validUntil(PlayerState state) {
        long until = NEVER;
        for (ActiveBooster booster : state.boosters().active()) {
            if (booster.isActive(askedFrom(booster.effect(), state))) {
                until = Math.min(until, booster.untilMillis());
            }
        }
        return until;
    }

    /**
     * The earliest moment for which a rule will still ask what {@code effect} does. Not the same
     * for all: a booster of taps that has ended must not count until income is collected.
     */
    private static long askedFrom(Effect effect, PlayerState state) {
        return switch (effect) {
            case INCOME_MULTIPLY -> state.income().settledAtMillis();
            case ENERGY_MAX_ADD, ENERGY_REGEN_MULTIPLY -> state.energy().atMillis();
            case FUNZ_PER_TAP_ADD, FUNZ_PER_TAP_MULTIPLY, REFILL_ENERGY -> state.changedAtMillis();
        };
    }

    private static long nextRankAt(PlayerState state, Catalog catalog) {
        List<RankDefinition> ranks = catalog.ranks();
        int rank = state.rank().rank();
        return rank < ranks.size() ? ranks.get(rank).funzEarned() : NEVER;
    }

    private static long qualifyAt(PlayerState state, Catalog catalog) {
        return state.referral().referrer() == null || state.referral().qualified()
                ? NEVER
                : catalog.referral().qualifyingTaps();
    }
}
