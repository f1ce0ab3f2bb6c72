package com.luckyfunatic.server.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content in force, as anyone may see it: everything but the chapters of the stories, which
 * players unlock.
 *
 * @param version the name of this release of the content
 * @param multiplierCapBps the most that all multipliers on one value make together, basis points
 */
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
        Referral referral) {
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
            @Nullable Integer friends) {}

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

    /** A rank, when it is reached and what that pays. */
    public record Rank(int rank, String name, long funzEarned, long rewardJokers) {}

    /** What invited friends pay, and when. */
    public record Referral(
            long rewardFunz, long premiumRewardFunz, long qualifyingTaps, int paidPerDay) {}
}
