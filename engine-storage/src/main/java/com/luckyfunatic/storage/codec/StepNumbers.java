package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.storage.StorageCorruptException;

/**
 * How far a transfer or a reservation has come, as a number in a column. Numbers stay what they
 * are.
 */
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
     * @throws StorageCorruptException when there is none
     */
    public static TransferStep transferStep(int number) {
        return switch (number) {
            case 0 -> TransferStep.PENDING;
            case 1 -> TransferStep.SENT;
            case 2 -> TransferStep.UNKNOWN;
            case 3 -> TransferStep.CONFIRMED;
            case 4 -> TransferStep.FAILED;
            default -> throw new StorageCorruptException("no step of a transfer is " + number);
        };
    }

    /** Returns the number of {@code step}. */
    public static int number(ReservationStep step) {
        return switch (step) {
            case RESERVED -> 0;
            case SOLD -> 1;
            case RELEASED -> 2;
        };
    }

    /**
     * Returns the step of {@code number}.
     *
     * @throws StorageCorruptException when there is none
     */
    public static ReservationStep reservationStep(int number) {
        return switch (number) {
            case 0 -> ReservationStep.RESERVED;
            case 1 -> ReservationStep.SOLD;
            case 2 -> ReservationStep.RELEASED;
            default -> throw new StorageCorruptException("no step of a reservation is " + number);
        };
    }
}
