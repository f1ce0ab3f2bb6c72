package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/**
 * A card as a player sees it at a moment.
 *
 * @param definition what it is
 * @param level the level owned; 0 when it is not
 * @param incomePerHour what it earns at that level, without multipliers
 * @param nextPrice the price of the next level; 0 when there is none
 * @param nextIncomePerHour what it would earn at the next level; the present income when there is
 *     none
 * @param missing requirements of the next level that are not met
 * @param isMaxLevelReached whether there is no next level
 * @param isAvailable whether its window is open
 */
public record CardStatus(
        CardDefinition definition,
        int level,
        long incomePerHour,
        long nextPrice,
        long nextIncomePerHour,
        List<Requirement> missing,
        boolean isMaxLevelReached,
        boolean isAvailable) {}
