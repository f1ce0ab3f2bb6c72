package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.minigame.ScoreDecision.Known;
import com.luckyfunatic.engine.minigame.ScoreDecision.Refused;
import com.luckyfunatic.engine.minigame.ScoreDecision.Taken;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Which scores of minigames are taken, and which of them are plausible.
 *
 * <p>A score that could not have been played is refused. One that could hardly have been is kept
 * and flagged: it counts nowhere until somebody has looked at it, because a wrong limit must not
 * cost anybody a run. Only the server's clock counts. Pure.
 */
public final class MinigameRules {
    private static final long MILLIS_PER_SECOND = 1_000;

    private MinigameRules() {}

    /**
     * Decides about a score.
     *
     * @param run the run it is for; null when there is none
     * @param player who sends it
     * @param score any number
     * @param nowMillis epoch milliseconds; one before the start counts as the start
     * @param number what the score is to count as if it counts: an id made after the run's
     */
    public static ScoreDecision score(
            MinigameDefinition game,
            @Nullable MinigameRun run,
            PlayerId player,
            long score,
            long nowMillis,
            long number) {
        if (run == null || !run.player().equals(player) || !run.minigame().equals(game.id())) {
            return new Refused(MinigameRefusal.UNKNOWN_RUN);
        }
        if (score < 0) {
            return new Refused(MinigameRefusal.SCORE_NEGATIVE);
        }
        if (score > Amounts.MAX) {
            return new Refused(MinigameRefusal.SCORE_TOO_LARGE);
        }
        RunScore first = run.score();
        if (first != null) {
            return known(first, score);
        }
        if (nowMillis > run.expiresAtMillis()) {
            return new Refused(MinigameRefusal.RUN_EXPIRED);
        }
        long at = Math.max(nowMillis, run.startedAtMillis());
        RunFlag flag = flag(game, score, at - run.startedAtMillis());
        return new Taken(new RunScore(score, at, flag, flag == null ? number : 0, null));
    }

    /** Decides about {@code score} for a run that came to {@code first}. */
    static ScoreDecision known(RunScore first, long score) {
        return first.score() == score ? new Known(first) : new Refused(MinigameRefusal.RUN_SCORED);
    }

    private static @Nullable RunFlag flag(MinigameDefinition game, long score, long elapsedMillis) {
        if (score > game.maxScore()) {
            return RunFlag.ABOVE_MAX;
        }
        if (elapsedMillis < game.minDuration().toMillis()) {
            return RunFlag.TOO_FAST;
        }
        // Below 2^63 on both sides: the catalog limits the rate and how long a run lasts.
        return score * MILLIS_PER_SECOND > game.maxScorePerSecond() * elapsedMillis
                ? RunFlag.TOO_MUCH_PER_SECOND
                : null;
    }
}
