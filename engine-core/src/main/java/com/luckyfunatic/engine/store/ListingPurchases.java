package com.luckyfunatic.engine.store;

/**
 * How many of a listing a player has bought.
 *
 * @param total how many, ever; at least 1
 * @param epochDay the UTC day of the last purchase
 * @param onDay how many on that day; at least 1
 */
public record ListingPurchases(ListingId listing, long total, long epochDay, long onDay) {
    /**
     * Returns how many were bought on {@code day}. A day before the one that is counted is counted
     * as that one: the clock of another server was ahead, and a limit is not had twice.
     */
    public long boughtOn(long day) {
        return day <= epochDay ? onDay : 0;
    }
}
