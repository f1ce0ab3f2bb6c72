package com.luckyfunatic.engine.leaderboard;

import com.luckyfunatic.engine.amount.Amounts;

/**
 * What a board is opened with; it never changes.
 *
 * @param scoring how scores become standings
 * @param closesAtMillis the last moment whose scores count, epoch milliseconds; {@link #NEVER}
 */
public record BoardSettings(Scoring scoring, long closesAtMillis) {
    /** The end of a board that has none. */
    public static final long NEVER = Amounts.MAX;

    /** Checks the range. */
    public BoardSettings {
        Amounts.require("closesAtMillis", closesAtMillis);
    }
}
