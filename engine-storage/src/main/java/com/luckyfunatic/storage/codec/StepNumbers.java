package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.platform.TransferStep;

/** How far a transfer has come, as a number in a column. Numbers stay what they are. */
public final class StepNumbers {
    private StepNumbers() {}

    /** Returns the number of {@code step}. */
    public static int number(TransferStep step) {
        return switch (step) {
            case PENDING -> 0;
            case SENT -> 1;
            case UNKNOWN -> 2;
            case CONFIRMED -> 3;
            case FAILED -> 4;
        };
    }

    /**
     * Returns the step of {@code number}.
     *
     * @throws IllegalStateException when there is none
     */
    public static TransferStep step(int number) {
        return switch (number) {
            case 0 -> TransferStep.PENDING;
            case 1 -> TransferStep.SENT;
            case 2 -> TransferStep.UNKNOWN;
            case 3 -> TransferStep.CONFIRMED;
            case 4 -> TransferStep.FAILED;
            default -> throw new IllegalStateException("no step of a transfer is " + number);
        };
    }
}
