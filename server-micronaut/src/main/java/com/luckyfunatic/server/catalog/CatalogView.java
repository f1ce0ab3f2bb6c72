package com.luckyfunatic.server.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.luckyfunatic.server.view.WheelSegmentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content in force, as anyone may see it: everything but the chapters of the stories, which
 * players unlock.
 *
 * @param version the name of this release of the content
 * @param multiplierCapBps the most that all multipliers on one value make together, basis points
 * @param dailyBonus the daily bonus; null when there is none
 */
@Schema(
        example =
                """
                {"version": "2026.1", "tap": {"funzPerTap": 1, "energyPerTap": 1,
                "perSecond": 20, "burst": 60}, "energy": {"max": 1000,
                "regenMilliPerSec": 1000}, "income": {"cap": "PT1H30M",
                "capMs": 5400000}, "multiplierCapBps": 500000,
                "frenzy": [{"fromRank": 1, "meter": 300, "multiplierBps": 30000,
                "durationMs": 15000, "cooldownMs": 60000}],
                "boosters": [{"type": "multitap", "name": "Multitap",
                "description": "One more funz for every tap, for good.",
                "effect": "funz_per_tap_add", "magnitude": 1, "durationMs": 0,
                "cooldownMs": 0, "dailyLimit": -1, "maxLevel": 20, "stackable": false
                , "currency": "funz", "price": {"kind": "doubling", "base": 1000},
                "requirements": []}], "categories": [{"id": "gear", "name": "Gear"}],
                "cards": [{"id": "springy_gloves", "name": "Springy Gloves",
                "description": "Every high five launches somebody a little.",
                "category": "gear", "image": "/assets/cards/gear.svg",
                "currency": "funz", "levels": [{"level": 1, "price": 1000,
                "incomePerHour": 100}], "requirements": [], "availableFrom": null,
                "availableUntil": null, "isComingSoon": false}],
                "stories": [{"id": "the_first_summer", "name": "The First Summer",
                "cards": ["springy_gloves"], "reward": {"funz": 2500, "jokers": 5}}],
                "specialCards": [{"id": "golden_handshake", "name": "Golden Handshake"
                , "description": "Gloves and sneakers, melted into one firm grip.",
                "image": "/assets/cards/special.svg", "ingredients": [{"type": "card"
                , "cardId": "springy_gloves", "amount": 5}], "jokers": 5,
                "forgeLimit": 3, "incomePerHour": 150, "effect": "funz_per_tap_add",
                "magnitude": 2, "requirements": []}], "ranks": [{"rank": 1,
                "name": "Rookie", "funzEarned": 0, "rewardJokers": 0}],
                "referral": {"rewardFunz": 5000, "premiumRewardFunz": 25000,
                "qualifyingTaps": 50, "paidPerDay": 50}, "dailyBonus": {
                "spinItem": "wheel_token", "wheel": [{"id": "jackpot",
                "name": "Jackpot", "odds": {"numerator": 10, "denominator": 10000},
                "prize": {"funz": 1000000, "jokers": 50, "items": []}}],
                "streak": [{"day": 1, "funz": 500}]},
                "exchanges": [{"id": "okx", "name": "OKX"}]}
                """)
public record CatalogView(
        String version,
        Taps tap,
        Energy energy,
        Income income,
        long multiplierCapBps,
        List<Frenzy> frenzy,
        List<Booster> boosters,
        List<Category> categories,
        List<Card> cards,
        List<Story> stories,
        List<SpecialCard> specialCards,
        List<Rank> ranks,
        Referral referral,
        @Nullable DailyBonus dailyBonus,
        List<Exchange> exchanges) {
    /** Taps before anything modifies them. */
    public record Taps(long funzPerTap, long energyPerTap, int perSecond, int burst) {}

    /** Energy before anything modifies it. */
    public record Energy(long max, long regenMilliPerSec) {}

    /** How long after a collection income accrues, in ISO-8601 and in milliseconds. */
    public record Income(String cap, long capMs) {}

    /** Frenzy from a rank on. */
    public record Frenzy(
            int fromRank, int meter, long multiplierBps, long durationMs, long cooldownMs) {}

    /**
     * A booster.
     *
     * @param dailyLimit activations per UTC day; −1 for no limit
     * @param maxLevel levels of a permanent booster; 0 for one that is not permanent
     */
    public record Booster(
            String type,
            String name,
            String description,
            String effect,
            long magnitude,
            long durationMs,
            long cooldownMs,
            int dailyLimit,
            int maxLevel,
            boolean stackable,
            String currency,
            Price price,
            List<Condition> requirements) {}

    /**
     * How a price grows; n counts the earlier uses of the day, or the levels owned.
     *
     * @param kind {@code free} (0), {@code fixed} (base), {@code doubling} (base × 2^n) or {@code
     *     square} (base × (n + 1)²)
     */
    public record Price(String kind, long base) {}

    /** A condition; members that do not belong to its type are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Condition(
            String type,
            @Nullable String cardId,
            @Nullable Integer level,
            @Nullable Integer rank,
            @Nullable Integer friends,
            @Nullable String questId) {}

    /** A group of cards. */
    public record Category(String id, String name) {}

    /** A card with all its levels. */
    public record Card(
            String id,
            String name,
            String description,
            String category,
            String image,
            String currency,
            List<Level> levels,
            List<Condition> requirements,
            @Nullable Instant availableFrom,
            @Nullable Instant availableUntil,
            boolean isComingSoon) {}

    /** What reaching a level costs, and what the card earns at it in total. */
    public record Level(int level, long price, long incomePerHour) {}

    /** A set of cards and what completing it pays, once. */
    public record Story(String id, String name, List<String> cards, Reward reward) {}

    /** Whole funz and whole jokers. */
    public record Reward(long funz, long jokers) {}

    /** A special card. */
    public record SpecialCard(
            String id,
            String name,
            String description,
            String image,
            List<Ingredient> ingredients,
            long jokers,
            int forgeLimit,
            long incomePerHour,
            @Nullable String effect,
            long magnitude,
            List<Condition> requirements) {}

    /** Something that forging consumes; members that do not belong to its type are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ingredient(
            String type, @Nullable String cardId, @Nullable String itemId, int amount) {}

    /** An exchange to choose. */
    public record Exchange(String id, String name) {}

    /** A rank, when it is reached and what that pays. */
    public record Rank(int rank, String name, long funzEarned, long rewardJokers) {}

    /**
     * What a day pays: a day of a streak, and a spin of a wheel.
     *
     * @param spinItem the item that a further spin takes one of; null when none can be had
     * @param wheel the segments, with exact odds
     * @param streak what days in a row pay; the last row is for every later day too
     */
    public record DailyBonus(
            @Nullable String spinItem, List<WheelSegmentView> wheel, List<StreakDay> streak) {}

    /** A day of a streak, from 1, and what it pays. */
    public record StreakDay(int day, long funz) {}

    /** What invited friends pay, and when. */
    public record Referral(
            long rewardFunz, long premiumRewardFunz, long qualifyingTaps, int paidPerDay) {}
}
