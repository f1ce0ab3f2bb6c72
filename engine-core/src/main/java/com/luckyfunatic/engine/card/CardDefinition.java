package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.requirement.Requirement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as content describes it. Prices and incomes come from the curves of {@link CardCurves} or
 * from explicit rows.
 *
 * @param id its name
 * @param name what players read
 * @param description what players read below the name
 * @param category the group it is shown in
 * @param image the picture, a path or a web address
 * @param currency what it is paid in
 * @param basePrice the price of level 1; not used when {@code levels} has rows
 * @param baseIncomePerHour the income at level 1; not used when {@code levels} has rows
 * @param maxLevel the last level; when {@code levels} has rows, their number
 * @param levels explicit rows, from level 1; empty to use the curves
 * @param requirements what a player must have for each next level
 * @param availableFrom before this moment it cannot be bought; null for always
 * @param availableUntil from this moment on it cannot be bought; null for never
 * @param comingSoon whether it is only announced
 */
public record CardDefinition(
        CardId id,
        String name,
        String description,
        CategoryId category,
        String image,
        Currency currency,
        long basePrice,
        long baseIncomePerHour,
        int maxLevel,
        List<CardLevel> levels,
        List<Requirement> requirements,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        boolean comingSoon) {
    /** Copies the lists. */
    public CardDefinition {
        levels = List.copyOf(levels);
        requirements = List.copyOf(requirements);
    }

    /** Returns whether its window is open at {@code atMillis}. */
    public boolean isAvailable(long atMillis) {
        return !comingSoon
                && (availableFrom == null || atMillis >= availableFrom.toEpochMilli())
                && (availableUntil == null || atMillis < availableUntil.toEpochMilli());
    }
}
