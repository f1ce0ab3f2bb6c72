package com.luckyfunatic.engine.referral;

import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * A player's referrals, in both directions.
 *
 * @param referrer who invited the player; null for nobody; never changes
 * @param premium whether the player had Telegram Premium when joining
 * @param qualified whether the player has played enough for the referrer to be paid
 * @param friends how many players this one has invited
 * @param paidOnDay rewards got on {@code paidEpochDay}
 * @param paidEpochDay the UTC day of the last reward
 */
public record ReferralState(
        @Nullable PlayerId referrer,
        boolean premium,
        boolean qualified,
        int friends,
        int paidOnDay,
        long paidEpochDay) {
    /** Invited by nobody, nobody invited. */
    public static final ReferralState NONE = new ReferralState(null, false, false, 0, 0, 0);

    int paidOn(long epochDay) {
        return epochDay == paidEpochDay ? paidOnDay : 0;
    }
}
