package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.storage.StorageCorruptException;

/** The stored numbers of what became of actions of operators. */
public final class OutcomeNumbers {
    private OutcomeNumbers() {}

    /** Returns the number of {@code outcome}. */
    public static int number(ActionOutcome outcome) {
        return switch (outcome) {
            case DONE -> 0;
            case REFUSED -> 1;
            case FAILED -> 2;
            case BEGUN -> 3;
        };
    }

    /**
     * Returns the outcome with {@code number}.
     *
     * @throws StorageCorruptException when there is none
     */
    public static ActionOutcome outcome(int number) {
        return switch (number) {
            case 0 -> ActionOutcome.DONE;
            case 1 -> ActionOutcome.REFUSED;
            case 2 -> ActionOutcome.FAILED;
            case 3 -> ActionOutcome.BEGUN;
            default -> throw new StorageCorruptException("no action ends as " + number);
        };
    }
}
