package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The listings of {@link TestCatalogs}. */
final class TestStore {
    private static final int NO_LIMIT = ListingDefinition.UNLIMITED;

    static final List<ListingDefinition> ALL =
            List.of(
                    listing("tea_pack", Currency.FUNZ, 12, items(TestContent.TEA, 2), 3, NO_LIMIT),
                    listing("keys", Currency.JOKERS, 2, items(TestContent.KEY, 1), NO_LIMIT, 4),
                    listing("gift", Currency.FUNZ, 0, new Reward(5, 1, List.of()), 1, NO_LIMIT),
                    listing(
                            "sack",
                            Currency.JOKERS,
                            1,
                            new Reward(40, 0, List.of(new ItemStack(TestContent.CHEST, 1))),
                            2,
                            6),
                    stocked(
                            listing(
                                    "poster",
                                    Currency.FUNZ,
                                    1,
                                    items(TestContent.TEA, 1),
                                    NO_LIMIT,
                                    NO_LIMIT),
                            3),
                    forStars(
                            listing(
                                    "treasure",
                                    Currency.FUNZ,
                                    0,
                                    new Reward(0, 10, List.of(new ItemStack(TestContent.CHEST, 1))),
                                    2,
                                    3),
                            25),
                    between(
                            listing(
                                    "carnival_flask",
                                    Currency.FUNZ,
                                    9,
                                    items(TestContent.FLASK, 1),
                                    NO_LIMIT,
                                    NO_LIMIT,
                                    new Requirement.ReachRank(2)),
                            null,
                            SettableClock.START.plus(Duration.ofDays(30))),
                    between(
                            listing(
                                    "last_year",
                                    Currency.FUNZ,
                                    9,
                                    items(TestContent.FLASK, 1),
                                    NO_LIMIT,
                                    NO_LIMIT),
                            null,
                            SettableClock.START.minus(Duration.ofDays(30))));

    private TestStore() {}

    private static Reward items(ItemId item, int count) {
        return Reward.ofItems(item, count);
    }

    private static ListingDefinition listing(
            String id,
            Currency currency,
            long price,
            Reward goods,
            int dailyLimit,
            int totalLimit,
            Requirement... requirements) {
        return new ListingDefinition(
                new ListingId(id),
                "The " + id,
                "Bought, not found.",
                "store/" + id + ".png",
                currency,
                price,
                ListingDefinition.NOT_FOR_STARS,
                goods,
                dailyLimit,
                totalLimit,
                NO_LIMIT,
                List.of(requirements),
                null,
                null);
    }

    private static ListingDefinition forStars(ListingDefinition listing, int stars) {
        return new ListingDefinition(
                listing.id(),
                listing.name(),
                listing.description(),
                listing.image(),
                listing.currency(),
                0,
                stars,
                listing.goods(),
                listing.dailyLimit(),
                listing.totalLimit(),
                listing.stock(),
                listing.requirements(),
                listing.availableFrom(),
                listing.availableUntil());
    }

    private static ListingDefinition stocked(ListingDefinition listing, long stock) {
        return new ListingDefinition(
                listing.id(),
                listing.name(),
                listing.description(),
                listing.image(),
                listing.currency(),
                listing.price(),
                listing.stars(),
                listing.goods(),
                listing.dailyLimit(),
                listing.totalLimit(),
                stock,
                listing.requirements(),
                listing.availableFrom(),
                listing.availableUntil());
    }

    private static ListingDefinition between(
            ListingDefinition listing, @Nullable Instant from, @Nullable Instant until) {
        return new ListingDefinition(
                listing.id(),
                listing.name(),
                listing.description(),
                listing.image(),
                listing.currency(),
                listing.price(),
                listing.stars(),
                listing.goods(),
                listing.dailyLimit(),
                listing.totalLimit(),
                listing.stock(),
                listing.requirements(),
                from,
                until);
    }
}
