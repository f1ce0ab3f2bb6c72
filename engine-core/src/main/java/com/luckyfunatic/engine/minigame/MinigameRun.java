package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.TournamentId;
import org.jspecify.annotations.Nullable;

/**
 * A player's one try at a minigame. What it was started with never changes; it gets one score.
 *
 * @param id its number, a snowflake
 * @param player who plays
 * @param operationId the player's name for the start; there is one run for it, for ever
 * @param minigame which game
 * @param tournament which tournament it is played in; null for none
 * @param startedAtMillis when it began, by the server's clock, epoch milliseconds
 * @param expiresAtMillis the last moment its score is taken, epoch milliseconds
 * @param seed what the game draws its chance from, 0 to 2^53 − 1
 * @param nonce a secret number, which nobody knows who was not given the run's token
 * @param score what it came to; null before
 */
public record MinigameRun(
        long id,
        PlayerId player,
        OperationId operationId,
        MinigameId minigame,
        @Nullable TournamentId tournament,
        long startedAtMillis,
        long expiresAtMillis,
        long seed,
        long nonce,
        @Nullable RunScore score) {
    /** Checks the ranges. */
    public MinigameRun {
        if (id <= 0) {
            throw new IllegalArgumentException("a run's id is positive, was " + id);
        }
        Amounts.require("startedAtMillis", startedAtMillis);
        Amounts.require("expiresAtMillis", expiresAtMillis);
        Amounts.require("seed", seed);
    }

    /** Returns what has become of it, except that time may have run out. */
    public RunStep step() {
        return score == null ? RunStep.STARTED : score.step();
    }

    /** Returns whether a score can still come at {@code nowMillis}, epoch milliseconds. */
    public boolean isOpen(long nowMillis) {
        return score == null && nowMillis <= expiresAtMillis;
    }

    /** Returns the same run with {@code newScore}. */
    public MinigameRun with(RunScore newScore) {
        return new MinigameRun(
                id,
                player,
                operationId,
                minigame,
                tournament,
                startedAtMillis,
                expiresAtMillis,
                seed,
                nonce,
                newScore);
    }
}
