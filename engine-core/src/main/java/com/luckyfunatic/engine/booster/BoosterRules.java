package com.luckyfunatic.engine.booster;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.accrual.AccrualEvent;
import com.luckyfunatic.engine.accrual.AccrualRules;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of boosters. Pure. */
public final class BoosterRules {
    private BoosterRules() {}

    /** Decides a command on boosters. */
    public static Decision decide(PlayerState state, BoosterCommand command, RuleContext context) {
        return switch (command) {
            case BoosterCommand.ActivateBooster(var type) -> activate(state, type, context);
        };
    }

    private static Decision activate(PlayerState state, BoosterType type, RuleContext context) {
        BoosterDefinition booster = context.catalog().booster(type);
        if (booster == null) {
            return Decision.refused(new BoosterRefusal.UnknownBooster(type));
        }
        List<Requirement> missing = Requirements.missing(state, booster.requirements());
        if (!missing.isEmpty()) {
            return Decision.refused(new BoosterRefusal.BoosterNotAvailable(missing));
        }
        long now = context.nowMillis();
        Refusal notNow = whyNotNow(state.boosters(), booster, now);
        if (notNow != null) {
            return Decision.refused(notNow);
        }
        long price = price(state.boosters(), booster, now);
        Refusal notPayable = WalletRules.whyNotPayable(state.wallet(), booster.currency(), price);
        if (notPayable != null) {
            return Decision.refused(notPayable);
        }
        AccrualEvent.AccrualSettled settled = AccrualRules.settle(state, context);
        GameEvent activated =
                booster.isPermanent()
                        ? new BoosterEvent.BoosterLevelBought(
                                type, state.boosters().level(type) + 1, booster.currency(), price)
                        : activated(state, settled, booster, price, context);
        return Decision.accepted(
                new BoosterResult.Activated(type, booster.currency(), price),
                List.of(settled, activated));
    }

    private static @Nullable Refusal whyNotNow(
            BoosterState boosters, BoosterDefinition booster, long now) {
        if (booster.isPermanent()) {
            int level = boosters.level(booster.type());
            if (level >= booster.maxLevel()) {
                return new BoosterRefusal.BoosterMaxLevelReached(level);
            }
        }
        Refusal active = whyNotStacked(boosters, booster, now);
        if (active != null) {
            return active;
        }
        BoosterUse use = boosters.use(booster.type());
        if (use != null && now < use.readyAtMillis()) {
            return new BoosterRefusal.BoosterCoolingDown(use.readyAtMillis());
        }
        if (booster.dailyLimit() != BoosterDefinition.UNLIMITED
                && usedToday(boosters, booster, now) >= booster.dailyLimit()) {
            return new BoosterRefusal.BoosterDailyLimitReached(
                    booster.dailyLimit(), Days.nextMidnight(now));
        }
        return null;
    }

    /** Returns the refusal when {@code booster} works at {@code now} and does not stack. */
    public static @Nullable Refusal whyNotStacked(
            BoosterState boosters, BoosterDefinition booster, long now) {
        ActiveBooster active = boosters.activeAt(booster.type(), now);
        return active != null && !booster.stackable()
                ? new BoosterRefusal.BoosterAlreadyActive(active.untilMillis())
                : null;
    }

    private static GameEvent activated(
            PlayerState state,
            AccrualEvent.AccrualSettled settled,
            BoosterDefinition booster,
            long price,
            RuleContext context) {
        long now = context.nowMillis();
        BoosterUse use =
                new BoosterUse(
                        booster.type(),
                        now + booster.cooldown().toMillis(),
                        Days.epochDay(now),
                        usedToday(state.boosters(), booster, now) + 1);
        BoosterStart start = start(state, settled.energyMicrosAfter(), booster, context);
        return new BoosterEvent.BoosterActivated(
                booster.type(),
                booster.effect(),
                booster.currency(),
                price,
                start.timed(),
                use,
                start.energyMicrosAfter());
    }

    /**
     * Returns what {@code booster}, which is timed or instant, does to {@code state} at the
     * context's moment.
     *
     * @param energyMicros the energy at that moment, millionths of a unit
     */
    public static BoosterStart start(
            PlayerState state, long energyMicros, BoosterDefinition booster, RuleContext context) {
        long now = context.nowMillis();
        if (booster.effect().isInstant()) {
            long full =
                    EffectiveValues.energyMax(state, context.catalog(), now)
                            * EnergyState.MICROS_PER_UNIT;
            return new BoosterStart(null, Math.max(energyMicros, full));
        }
        ActiveBooster active = state.boosters().activeAt(booster.type(), now);
        long from = active == null ? now : active.untilMillis();
        return new BoosterStart(
                new ActiveBooster(
                        booster.type(),
                        booster.effect(),
                        booster.magnitude(),
                        from + booster.duration().toMillis()),
                energyMicros);
    }

    /** Returns {@code state} after a booster was started at no price. */
    public static PlayerState started(PlayerState state, BoosterStart start) {
        ActiveBooster timed = start.timed();
        return state.change()
                .boosters(timed == null ? state.boosters() : state.boosters().with(timed))
                .energy(state.energy().withMicros(start.energyMicrosAfter()))
                .done();
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, BoosterEvent event) {
        Wallet paid = state.wallet().change(event.currency(), -event.price());
        return switch (event) {
            case BoosterEvent.BoosterActivated activated -> {
                BoosterState boosters = state.boosters().with(activated.use());
                if (activated.started() != null) {
                    boosters = boosters.with(activated.started());
                }
                yield state.change()
                        .wallet(paid)
                        .boosters(boosters)
                        .energy(state.energy().withMicros(activated.energyMicrosAfter()))
                        .done();
            }
            case BoosterEvent.BoosterLevelBought bought ->
                    state.change()
                            .wallet(paid)
                            .boosters(
                                    state.boosters()
                                            .with(new BoosterLevel(bought.type(), bought.level())))
                            .done();
        };
    }

    /** Returns every booster of the catalog as the player sees it at the context's moment. */
    public static List<BoosterStatus> statuses(PlayerState state, RuleContext context) {
        return context.catalog().boosters().stream()
                .map(booster -> status(state, booster, context.nowMillis()))
                .toList();
    }

    private static BoosterStatus status(PlayerState state, BoosterDefinition booster, long now) {
        BoosterState boosters = state.boosters();
        int level = boosters.level(booster.type());
        ActiveBooster active = boosters.activeAt(booster.type(), now);
        BoosterUse use = boosters.use(booster.type());
        boolean maxed = booster.isPermanent() && level >= booster.maxLevel();
        return new BoosterStatus(
                booster,
                maxed ? 0 : price(boosters, booster, now),
                booster.isPermanent() ? level > 0 : active != null,
                active == null ? 0 : active.untilMillis(),
                use == null ? 0 : Math.max(0, use.readyAtMillis() - now),
                usagesLeft(boosters, booster, now),
                level,
                Requirements.missing(state, booster.requirements()).isEmpty());
    }

    private static int usagesLeft(BoosterState boosters, BoosterDefinition booster, long now) {
        if (booster.isPermanent()) {
            return Math.max(0, booster.maxLevel() - boosters.level(booster.type()));
        }
        return booster.dailyLimit() == BoosterDefinition.UNLIMITED
                ? BoosterDefinition.UNLIMITED
                : Math.max(0, booster.dailyLimit() - usedToday(boosters, booster, now));
    }

    /** When the day is used up, the next activation is the first of tomorrow. */
    private static long price(BoosterState boosters, BoosterDefinition booster, long now) {
        if (booster.isPermanent()) {
            return booster.price().price(boosters.level(booster.type()));
        }
        boolean isUsedUp = usagesLeft(boosters, booster, now) == 0;
        return booster.price().price(isUsedUp ? 0 : usedToday(boosters, booster, now));
    }

    private static int usedToday(BoosterState boosters, BoosterDefinition booster, long now) {
        BoosterUse use = boosters.use(booster.type());
        return use == null ? 0 : use.usedOn(Days.epochDay(now));
    }
}
