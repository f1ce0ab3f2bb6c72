package com.luckyfunatic.engine.frenzy;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;

/**
 * The rules of frenzy. Pure.
 *
 * <p>Accepted taps fill the meter, also while a frenzy lasts; starting empties it. The cooldown
 * counts from the start.
 */
public final class FrenzyRules {
    private FrenzyRules() {}

    /** Decides a command on frenzy. */
    public static Decision decide(PlayerState state, FrenzyCommand command, RuleContext context) {
        return switch (command) {
            case FrenzyCommand.StartFrenzy() -> start(state, context);
        };
    }

    private static Decision start(PlayerState state, RuleContext context) {
        FrenzyState frenzy = state.frenzy();
        long now = context.nowMillis();
        FrenzyLevel level = context.catalog().frenzyLevel(state.rank().rank());
        if (frenzy.isActive(now)) {
            return Decision.refused(new FrenzyRefusal.FrenzyAlreadyActive(frenzy.untilMillis()));
        }
        if (now < frenzy.readyAtMillis()) {
            return Decision.refused(new FrenzyRefusal.FrenzyCoolingDown(frenzy.readyAtMillis()));
        }
        if (frenzy.meter() < level.meter()) {
            return Decision.refused(
                    new FrenzyRefusal.FrenzyMeterNotFull(frenzy.meter(), level.meter()));
        }
        return Decision.accepted(
                Result.Done.DONE,
                new FrenzyEvent.FrenzyStarted(
                        now + level.duration().toMillis(),
                        level.multiplierBps(),
                        now + level.cooldown().toMillis()));
    }

    /** Returns the meter after {@code accepted} more taps; a full meter stays full. */
    public static int meterAfter(PlayerState state, int accepted, Catalog catalog) {
        int meter = state.frenzy().meter();
        int full = catalog.frenzyLevel(state.rank().rank()).meter();
        return Math.max(meter, Math.min(full, meter + accepted));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, FrenzyEvent event) {
        return switch (event) {
            case FrenzyEvent.FrenzyStarted(long until, long multiplier, long readyAt) ->
                    state.change().frenzy(new FrenzyState(0, until, multiplier, readyAt)).done();
        };
    }

    /** Returns frenzy as the player sees it at the context's moment. */
    public static FrenzyStatus status(PlayerState state, RuleContext context) {
        FrenzyState frenzy = state.frenzy();
        long now = context.nowMillis();
        FrenzyLevel level = context.catalog().frenzyLevel(state.rank().rank());
        boolean active = frenzy.isActive(now);
        return new FrenzyStatus(
                Math.min(frenzy.meter(), level.meter()),
                level.meter(),
                level.multiplierBps(),
                active,
                active ? frenzy.untilMillis() : 0,
                Math.max(0, frenzy.readyAtMillis() - now));
    }
}
