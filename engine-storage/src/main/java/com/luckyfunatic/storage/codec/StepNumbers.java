package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.TournamentStage;

/**
 * How far a transfer, a raffle, a reservation or a tournament has come, or why a run is flagged, as
 * a number in a column. Numbers stay what they are.
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
    public static int number(RaffleStep step) {
        return switch (step) {
            case OPEN -> 0;
            case CLOSED -> 1;
            case FROZEN -> 2;
            case DRAWN -> 3;
            case DONE -> 4;
            case CANCELLED -> 5;
            case REFUNDED -> 6;
        };
    }

    /**
     * Returns the step of {@code number}.
     *
     * @throws StorageCorruptException when there is none
     */
    public static RaffleStep raffleStep(int number) {
        return switch (number) {
            case 0 -> RaffleStep.OPEN;
            case 1 -> RaffleStep.CLOSED;
            case 2 -> RaffleStep.FROZEN;
            case 3 -> RaffleStep.DRAWN;
            case 4 -> RaffleStep.DONE;
            case 5 -> RaffleStep.CANCELLED;
            case 6 -> RaffleStep.REFUNDED;
            default -> throw new StorageCorruptException("no step of a raffle is " + number);
        };
    }

    /** Returns the number of {@code step}. */
    public static int number(ReservationStep step) {
        return switch (step) {
            case RESERVED -> 0;
            case SOLD -> 1;
            case RELEASED -> 2;
            case REFUNDED -> 3;
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
            case 3 -> ReservationStep.REFUNDED;
            default -> throw new StorageCorruptException("no step of a reservation is " + number);
        };
    }

    /** Returns the number of {@code stage}. */
    public static int number(TournamentStage stage) {
        return switch (stage) {
            case DRAFT -> 0;
            case PUBLISHED -> 1;
            case RANKED -> 2;
            case PAYING -> 3;
            case DONE -> 4;
            case CANCELLED -> 5;
        };
    }

    /**
     * Returns the stage of {@code number}.
     *
     * @throws StorageCorruptException when there is none
     */
    public static TournamentStage tournamentStage(int number) {
        return switch (number) {
            case 0 -> TournamentStage.DRAFT;
            case 1 -> TournamentStage.PUBLISHED;
            case 2 -> TournamentStage.RANKED;
            case 3 -> TournamentStage.PAYING;
            case 4 -> TournamentStage.DONE;
            case 5 -> TournamentStage.CANCELLED;
            default -> throw new StorageCorruptException("no stage of a tournament is " + number);
        };
    }

    /** Returns the number of {@code step}. */
    public static int number(EntryStep step) {
        return switch (step) {
            case HELD -> 0;
            case CONFIRMED -> 1;
            case RELEASED -> 2;
            case REFUNDED -> 3;
        };
    }

    /**
     * Returns the step of {@code number}.
     *
     * @throws StorageCorruptException when there is none
     */
    public static EntryStep entryStep(int number) {
        return switch (number) {
            case 0 -> EntryStep.HELD;
            case 1 -> EntryStep.CONFIRMED;
            case 2 -> EntryStep.RELEASED;
            case 3 -> EntryStep.REFUNDED;
            default -> throw new StorageCorruptException("no step of an entry is " + number);
        };
    }

    /** Returns the number of {@code flag}. */
    public static int number(RunFlag flag) {
        return switch (flag) {
            case ABOVE_MAX -> 1;
            case TOO_FAST -> 2;
            case TOO_MUCH_PER_SECOND -> 3;
        };
    }

    /**
     * Returns the flag of {@code number}.
     *
     * @throws StorageCorruptException when there is none
     */
    public static RunFlag runFlag(int number) {
        return switch (number) {
            case 1 -> RunFlag.ABOVE_MAX;
            case 2 -> RunFlag.TOO_FAST;
            case 3 -> RunFlag.TOO_MUCH_PER_SECOND;
            default -> throw new StorageCorruptException("no flag of a run is " + number);
        };
    }
}
