package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.storage.StorageCorruptException;

/** The stored numbers of operators' budgets. */
public final class BudgetNumbers {
    private BudgetNumbers() {}

    /** Returns the number of {@code budget}. */
    public static int number(Budget budget) {
        return switch (budget) {
            case FUNZ -> 0;
            case JOKERS -> 1;
            case ITEMS -> 2;
            case DECISIONS -> 3;
            case STARS -> 4;
            case CONTENT -> 5;
        };
    }

    /**
     * Returns the budget with {@code number}.
     *
     * @throws StorageCorruptException when there is none
     */
    public static Budget budget(int number) {
        return switch (number) {
            case 0 -> Budget.FUNZ;
            case 1 -> Budget.JOKERS;
            case 2 -> Budget.ITEMS;
            case 3 -> Budget.DECISIONS;
            case 4 -> Budget.STARS;
            case 5 -> Budget.CONTENT;
            default -> throw new StorageCorruptException("there is no budget " + number);
        };
    }
}
