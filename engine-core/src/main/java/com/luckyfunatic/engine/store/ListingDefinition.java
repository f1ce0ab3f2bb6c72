package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the store sells, as content describes it.
 *
 * @param id its name
 * @param name what players read
 * @param description what players read below the name
 * @param image the picture, a path or a web address
 * @param currency what it is paid in
 * @param price of one, whole units; 0 for a gift
 * @param goods what one gives
 * @param dailyLimit how many a player can buy on one UTC day; {@link #UNLIMITED} for no limit
 * @param totalLimit how many a player can buy altogether; {@link #UNLIMITED} for no limit
 * @param requirements what a player must have to buy it
 * @param availableFrom before this moment it is not sold; null for always
 * @param availableUntil from this moment on it is not sold; null for never
 */
public record ListingDefinition(
        ListingId id,
        String name,
        String description,
        String image,
        Currency currency,
        long price,
        Reward goods,
        int dailyLimit,
        int totalLimit,
        List<Requirement> requirements,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil) {
    /** As many as are wanted. */
    public static final int UNLIMITED = -1;

    /** Copies the list. */
    public ListingDefinition {
        requirements = List.copyOf(requirements);
    }

    /** Returns whether its window is open at {@code atMillis}. */
    public boolean isAvailable(long atMillis) {
        return (availableFrom == null || atMillis >= availableFrom.toEpochMilli())
                && (availableUntil == null || atMillis < availableUntil.toEpochMilli());
    }

    /** Returns what {@code quantity} of it cost. */
    public Reward cost(int quantity) {
        return Reward.of(currency, price).times(quantity);
    }
}
