package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.stock.StockId;
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
 * @param price of one, whole units; 0 for a gift, and for what is paid in Telegram Stars
 * @param stars of one, 1 to {@link #STARS_MAX} Telegram Stars, which are all that it costs; {@link
 *     #NOT_FOR_STARS} when it is paid in the currency
 * @param goods what one gives
 * @param dailyLimit how many a player can buy on one UTC day; {@link #UNLIMITED} for no limit
 * @param totalLimit how many a player can buy altogether; {@link #UNLIMITED} for no limit
 * @param stock how many there are for all players together; {@link #UNLIMITED} for no limit. What
 *     has been sold is not forgotten when it is changed, so that more are sold when it is raised
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
        int stars,
        Reward goods,
        int dailyLimit,
        int totalLimit,
        long stock,
        List<Requirement> requirements,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil) {
    /** As many as are wanted. */
    public static final int UNLIMITED = -1;

    /** Paid in a currency of the game. */
    public static final int NOT_FOR_STARS = 0;

    /** The most Telegram Stars of one payment. */
    public static final int STARS_MAX = 100_000;

    /** Copies the list. */
    public ListingDefinition {
        requirements = List.copyOf(requirements);
    }

    /** Returns whether its window is open at {@code atMillis}. */
    public boolean isAvailable(long atMillis) {
        return (availableFrom == null || atMillis >= availableFrom.toEpochMilli())
                && (availableUntil == null || atMillis < availableUntil.toEpochMilli());
    }

    /** Returns whether all players share one supply of it. */
    public boolean isStocked() {
        return stock != UNLIMITED;
    }

    /** Returns whether it is paid in Telegram Stars, and not in a currency of the game. */
    public boolean isForStars() {
        return stars != NOT_FOR_STARS;
    }

    /** Returns the name of the supply that all players share. */
    public StockId stockId() {
        return new StockId(id.value());
    }

    /** Returns what {@code quantity} of it cost in the currencies of the game. */
    public Reward cost(int quantity) {
        return Reward.of(currency, price).times(quantity);
    }
}
