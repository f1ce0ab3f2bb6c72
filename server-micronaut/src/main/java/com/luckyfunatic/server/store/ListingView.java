package com.luckyfunatic.server.store;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingStatus;
import com.luckyfunatic.server.json.Recurring;
import com.luckyfunatic.server.view.LimitView;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.RequirementView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the store sells, as a player sees it.
 *
 * @param listingId its name in the catalog
 * @param name what players read
 * @param description what players read below the name
 * @param image the picture
 * @param price what one costs; 0 for a gift
 * @param currency {@code funz}, {@code jokers}, or {@code stars} for Telegram Stars, which are paid
 *     with an invoice
 * @param goods what one gives
 * @param availableFrom before this moment it is not sold; null for always
 * @param availableUntil from this moment on it is not sold; null for never
 * @param isAvailable whether it is sold now
 * @param daily how many the player can buy on one UTC day; null for no limit
 * @param total how many the player can buy altogether; null for no limit
 * @param left how many all players together can still buy; null for no limit
 * @param requirements what a player must have to buy it, and whether this one has
 */
@Schema(example = ListingView.EXAMPLE)
public record ListingView(
        String listingId,
        String name,
        String description,
        String image,
        long price,
        String currency,
        PrizeView goods,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        boolean isAvailable,
        @Nullable LimitView daily,
        @Nullable LimitView total,
        @Nullable Long left,
        List<RequirementView> requirements)
        implements Recurring {
    static final String EXAMPLE =
            "{\"listingId\": \"wheel_tokens\", \"name\": \"Three Wheel Tokens\", \"description\":"
                + " \"For those whose next spin is always the lucky one.\", \"image\":"
                + " \"/assets/cards/inventions.svg\", \"price\": 6, \"currency\": \"jokers\","
                + " \"goods\": {\"funz\": 0, \"jokers\": 0, \"items\": [{\"itemId\":"
                + " \"wheel_token\", \"name\": \"Wheel Token\", \"count\": 3}]}, \"availableFrom\":"
                + " null, \"availableUntil\": null, \"isAvailable\": true, \"daily\": {\"limit\":"
                + " 10, \"used\": 4, \"remaining\": 6, \"resetsAt\": \"2026-11-23T00:00:00.000Z\"},"
                + " \"total\": null, \"left\": null, \"requirements\": [{\"type\": \"rank\","
                + " \"rank\": 2, \"isMissing\": false}]}";

    private static final String STARS = "stars";

    static ListingView of(ListingStatus status, Catalog catalog, @Nullable Long left) {
        ListingDefinition listing = status.definition();
        return new ListingView(
                listing.id().value(),
                listing.name(),
                listing.description(),
                listing.image(),
                listing.isForStars() ? listing.stars() : listing.price(),
                listing.isForStars() ? STARS : Words.of(listing.currency()),
                PrizeView.of(listing.goods(), catalog),
                listing.availableFrom(),
                listing.availableUntil(),
                status.isAvailable(),
                limit(
                        listing.dailyLimit(),
                        status.boughtToday(),
                        Instant.ofEpochMilli(status.resetsAtMillis())),
                limit(listing.totalLimit(), status.boughtInTotal(), null),
                left,
                RequirementView.of(listing.requirements(), status.missing(), catalog));
    }

    /** Who has bought nothing of it yet sees what everybody sees, unless all share a stock. */
    @Override
    public boolean recurs() {
        return left == null
                && (daily == null || daily.untouched())
                && (total == null || total.untouched());
    }

    private static @Nullable LimitView limit(int limit, long used, @Nullable Instant resetsAt) {
        return limit == ListingDefinition.UNLIMITED ? null : LimitView.of(limit, used, resetsAt);
    }
}
