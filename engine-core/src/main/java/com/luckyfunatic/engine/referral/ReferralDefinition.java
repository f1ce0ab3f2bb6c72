package com.luckyfunatic.engine.referral;

/**
 * Referrals as content describes them.
 *
 * @param rewardFunz what a friend is worth to the player who invited them
 * @param premiumRewardFunz the same for a friend with Telegram Premium
 * @param qualifyingTaps accepted taps of the friend at which it is paid
 * @param paidPerDay rewards a player can get per UTC day
 */
public record ReferralDefinition(
        long rewardFunz, long premiumRewardFunz, long qualifyingTaps, int paidPerDay) {}
