package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/**
 * A listing as a player sees it at a moment.
 *
 * @param definition what it is
 * @param boughtToday how many the player has bought on the day
 * @param boughtInTotal how many the player has ever bought
 * @param resetsAtMillis when the day ends, epoch milliseconds
 * @param missing the requirements that are not met
 * @param isAvailable whether it is sold at this time
 */
public record ListingStatus(
        ListingDefinition definition,
        long boughtToday,
        long boughtInTotal,
        long resetsAtMillis,
        List<Requirement> missing,
        boolean isAvailable) {
    /** Returns how many can be bought today still, by the limit of the day alone. */
    public long remainingToday() {
        return remaining(definition.dailyLimit(), boughtToday);
    }

    /** Returns how many can be bought still, by the limit of all days together alone. */
    public long remainingInTotal() {
        return remaining(definition.totalLimit(), boughtInTotal);
    }

    private static long remaining(int limit, long bought) {
        return limit == ListingDefinition.UNLIMITED ? Long.MAX_VALUE : Math.max(0, limit - bought);
    }
}
