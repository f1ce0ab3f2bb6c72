package com.luckyfunatic.engine.referral;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import org.jspecify.annotations.Nullable;

/**
 * The rules of referrals. Pure.
 *
 * <p>A friend is bound when the account is created, counts at once, and is paid for when they have
 * played enough. A reward beyond the day's limit is forfeited: the limit exists against farms of
 * accounts, which could otherwise wait.
 */
public final class ReferralRules {
    private ReferralRules() {}

    /** Decides a command on referrals. */
    public static Decision decide(PlayerState state, ReferralCommand command, RuleContext context) {
        return switch (command) {
            case ReferralCommand.CountFriend(var friend) ->
                    Decision.accepted(Result.Done.DONE, new ReferralEvent.FriendCounted(friend));
            case ReferralCommand.RewardReferral reward -> reward(state, reward, context);
        };
    }

    private static Decision reward(
            PlayerState state, ReferralCommand.RewardReferral reward, RuleContext context) {
        ReferralDefinition referral = context.catalog().referral();
        long today = Days.epochDay(context.nowMillis());
        if (state.referral().paidOn(today) >= referral.paidPerDay()) {
            return Decision.refused(
                    new ReferralRefusal.ReferralDailyLimitReached(referral.paidPerDay()));
        }
        long amount = reward.premium() ? referral.premiumRewardFunz() : referral.rewardFunz();
        long credit = Amounts.creditable(state.wallet().funz(), amount);
        return Decision.accepted(
                Result.Done.DONE,
                new ReferralEvent.ReferralRewarded(
                        reward.friend(), credit, today, amount - credit));
    }

    /** Returns the event of having played enough, if that has just become true, else null. */
    public static ReferralEvent.@Nullable ReferralQualified newlyQualified(
            PlayerState state, Catalog catalog) {
        ReferralState referral = state.referral();
        PlayerId referrer = referral.referrer();
        return referrer != null
                        && !referral.qualified()
                        && state.tap().taps() >= catalog.referral().qualifyingTaps()
                ? new ReferralEvent.ReferralQualified(referrer, referral.premium())
                : null;
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, ReferralEvent event) {
        ReferralState r = state.referral();
        return switch (event) {
            case ReferralEvent.ReferralQualified _ ->
                    state.change()
                            .referral(
                                    new ReferralState(
                                            r.referrer(),
                                            r.premium(),
                                            true,
                                            r.friends(),
                                            r.paidOnDay(),
                                            r.paidEpochDay()))
                            .done();
            case ReferralEvent.FriendCounted _ ->
                    state.change()
                            .referral(
                                    new ReferralState(
                                            r.referrer(),
                                            r.premium(),
                                            r.qualified(),
                                            r.friends() + 1,
                                            r.paidOnDay(),
                                            r.paidEpochDay()))
                            .done();
            case ReferralEvent.ReferralRewarded(var _, long funz, long day, long _) ->
                    state.change()
                            .wallet(state.wallet().earnFunz(funz))
                            .referral(
                                    new ReferralState(
                                            r.referrer(),
                                            r.premium(),
                                            r.qualified(),
                                            r.friends(),
                                            r.paidOn(day) + 1,
                                            day))
                            .done();
        };
    }
}
