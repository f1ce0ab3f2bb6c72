package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Payment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the daily bonus. Pure but for the roll, which is drawn from the context and stands
 * in the event.
 *
 * <p>A claim pays the next day of the streak and the free spin of the day, together. A day that
 * passes without a claim makes the next one day 1 again; after the last row of the streak, its
 * amount is paid for every further day. Spins for items leave the streak alone, and are possible
 * before and after the day's claim. What balance cap or item maximum do not let through is lost.
 */
public final class BonusRules {
    private BonusRules() {}

    /** Decides a command on the daily bonus. */
    public static Decision decide(PlayerState state, BonusCommand command, RuleContext context) {
        return switch (command) {
            case BonusCommand.ClaimDailyBonus() -> claim(state, context);
            case BonusCommand.SpinForItem() -> spinForItem(state, context);
        };
    }

    private static Decision claim(PlayerState state, RuleContext context) {
        BonusDefinition bonus = context.catalog().dailyBonus();
        if (!bonus.isOffered()) {
            return Decision.refused(new BonusRefusal.BonusNotOffered());
        }
        long today = Days.epochDay(context.nowMillis());
        if (state.bonus().isClaimed(today)) {
            return Decision.refused(
                    new BonusRefusal.DayAlreadyClaimed(nextClaimAtMillis(state, context)));
        }
        int day = Math.addExact(state.bonus().streakOn(today), 1);
        long reward = bonus.streakDay(day).funz();
        long funz = Amounts.creditable(state.wallet().funz(), reward);
        BonusEvent.StreakPaid paid = new BonusEvent.StreakPaid(today, day, funz, reward - funz);
        BonusEvent.WheelSpun spun = spin(evolve(state, paid), null, context);
        return Decision.accepted(
                new BonusResult.DailyBonusClaimed(day, funz, shown(spun)), List.of(paid, spun));
    }

    private static Decision spinForItem(PlayerState state, RuleContext context) {
        BonusDefinition bonus = context.catalog().dailyBonus();
        ItemId item = bonus.spinItem();
        if (!bonus.isOffered() || item == null) {
            return Decision.refused(new BonusRefusal.BonusNotOffered());
        }
        if (state.items().count(item) < 1) {
            return Decision.refused(new BonusRefusal.NoSpinLeft(item));
        }
        BonusEvent.WheelSpun spun = spin(state, item, context);
        return Decision.accepted(new BonusResult.SpunForItem(item, shown(spun)), spun);
    }

    private static BonusEvent.WheelSpun spin(
            PlayerState state, @Nullable ItemId spent, RuleContext context) {
        BonusDefinition bonus = context.catalog().dailyBonus();
        int rolls = bonus.rolls();
        // Bounded as RandomGenerator does it: without the bias of a remainder.
        int roll = context.random().nextInt(rolls);
        WheelSegment segment = bonus.segmentAt(roll);
        ItemState items = spent == null ? state.items() : state.items().plus(spent, -1);
        Payment payment = Payment.of(segment.prize(), state.wallet(), items, context.catalog());
        return new BonusEvent.WheelSpun(
                spent, roll, rolls, segment.id(), payment.paid(), payment.cut());
    }

    private static BonusResult.Spin shown(BonusEvent.WheelSpun spun) {
        return new BonusResult.Spin(spun.roll(), spun.rolls(), spun.segment(), spun.paid());
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, BonusEvent event) {
        return switch (event) {
            case BonusEvent.StreakPaid(long day, int streak, long funz, long _) ->
                    state.change()
                            .wallet(state.wallet().earnFunz(funz))
                            .bonus(new BonusState(day, streak))
                            .done();
            case BonusEvent.WheelSpun spun -> {
                ItemId spent = spun.spent();
                PlayerState before =
                        spent == null
                                ? state
                                : state.change().items(state.items().plus(spent, -1)).done();
                yield Payment.pay(before, spun.paid()).done();
            }
        };
    }

    /** Returns the daily bonus as the player sees it at the context's moment. */
    public static BonusStatus status(PlayerState state, RuleContext context) {
        BonusDefinition bonus = context.catalog().dailyBonus();
        long today = Days.epochDay(context.nowMillis());
        int streak = state.bonus().streakOn(today);
        ItemId item = bonus.spinItem();
        return new BonusStatus(
                bonus,
                state.bonus().isClaimed(today),
                streak,
                Math.addExact(streak, 1),
                nextClaimAtMillis(state, context),
                item == null ? 0 : state.items().count(item));
    }

    /** The day after the one that was claimed last, which another server's clock may have seen. */
    private static long nextClaimAtMillis(PlayerState state, RuleContext context) {
        long now = context.nowMillis();
        return state.bonus().isClaimed(Days.epochDay(now))
                ? Days.startOf(state.bonus().claimedEpochDay() + 1)
                : now;
    }
}
