package com.luckyfunatic.engine.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What a player has bought in the store.
 *
 * @param purchases of each listing how many, in the order they were first bought. They are kept
 *     when content has the listing no more: one that comes back has the limit that it had
 */
public record StoreState(List<ListingPurchases> purchases) {
    /** Nothing was bought. */
    public static final StoreState NONE = new StoreState(List.of());

    /** Copies the list. */
    public StoreState {
        purchases = List.copyOf(purchases);
    }

    /** Returns how many were bought of all listings together. */
    public long bought() {
        long bought = 0;
        for (ListingPurchases each : purchases) {
            bought += each.total();
        }
        return bought;
    }

    /** Returns how many were ever bought of {@code listing}. */
    public long bought(ListingId listing) {
        int at = indexOf(listing);
        return at < 0 ? 0 : purchases.get(at).total();
    }

    /** Returns how many were bought of {@code listing} on the UTC day {@code day}. */
    public long boughtOn(ListingId listing, long day) {
        int at = indexOf(listing);
        return at < 0 ? 0 : purchases.get(at).boughtOn(day);
    }

    /** Returns this with {@code changed} in the place of what it said of that listing. */
    StoreState with(ListingPurchases changed) {
        List<ListingPurchases> copy = new ArrayList<>(purchases);
        int at = indexOf(changed.listing());
        if (at < 0) {
            copy.add(changed);
        } else {
            copy.set(at, changed);
        }
        return new StoreState(copy);
    }

    private int indexOf(ListingId listing) {
        for (int i = 0; i < purchases.size(); i++) {
            if (purchases.get(i).listing().equals(listing)) {
                return i;
            }
        }
        return -1;
    }
}
