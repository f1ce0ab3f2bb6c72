package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.booster.BoosterRules;
import com.luckyfunatic.engine.booster.BoosterStatus;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.frenzy.FrenzyRules;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.rank.RankRules;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole game of a player at a moment, as clients see it: what {@code GET /game} answers, and
 * part of the answer to every change, so that a client never has to guess.
 *
 * @param boosters every booster of the catalog
 * @param sequence of the state: every change raises it by one, so that of two answers a client can
 *     tell the later one
 */
@Schema(example = Examples.GAME)
public record GameStateView(
        EnergyView energy,
        FunzView funz,
        JokersView jokers,
        TapsView taps,
        RankView rank,
        FrenzyView frenzy,
        List<BoosterView> boosters,
        ReferralView referral,
        long sequence) {
    /**
     * Shows {@code state} as of the context's moment.
     *
     * @param collected what the request collected
     * @param session the caller's login session, for the number of its last tap
     */
    public static GameStateView of(
            PlayerState state, PassiveIncome collected, RuleContext context, long session) {
        Catalog catalog = context.catalog();
        long now = context.nowMillis();
        return new GameStateView(
                EnergyView.of(EnergyRules.status(state, context)),
                new FunzView(
                        state.wallet().funz(),
                        EffectiveValues.funzPerTap(state, catalog, now),
                        EffectiveValues.incomePerHour(state, catalog, now),
                        state.wallet().funzEarned(),
                        PassiveIncomeView.of(collected)),
                new JokersView(state.wallet().jokers()),
                TapsView.of(state.tap(), catalog.tap(), session),
                RankView.of(RankRules.status(state, catalog)),
                FrenzyView.of(FrenzyRules.status(state, context)),
                boosters(state, context),
                new ReferralView(state.referral().friends()),
                state.sequence());
    }

    /**
     * The booster {@code type} among them.
     *
     * @return null when the content no longer has it, as for a repeat of an old operation
     */
    public @Nullable BoosterView booster(BoosterType type) {
        for (BoosterView booster : boosters) {
            if (booster.type().equals(type.value())) {
                return booster;
            }
        }
        return null;
    }

    /** Shows every booster as {@code state} has it at the context's moment. */
    public static List<BoosterView> boosters(PlayerState state, RuleContext context) {
        List<BoosterStatus> statuses = BoosterRules.statuses(state, context);
        List<BoosterView> views = new ArrayList<>(statuses.size());
        for (BoosterStatus status : statuses) {
            views.add(BoosterView.of(status));
        }
        return views;
    }
}
