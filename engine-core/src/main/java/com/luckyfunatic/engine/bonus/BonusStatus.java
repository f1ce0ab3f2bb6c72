package com.luckyfunatic.engine.bonus;

/**
 * The daily bonus as a player sees it at a moment.
 *
 * @param definition what it is
 * @param isClaimed whether the day was claimed
 * @param streak how many days in a row were claimed; 0 when a day was missed
 * @param nextDay which day of the streak the next claim is, if it comes in time
 * @param nextClaimAtMillis from when on that is possible, epoch milliseconds; the moment itself
 *     when it is possible now
 * @param spinItems how many are held of the item that a spin costs
 */
public record BonusStatus(
        BonusDefinition definition,
        boolean isClaimed,
        int streak,
        int nextDay,
        long nextClaimAtMillis,
        int spinItems) {}
