package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.tournament.Tournament;

/**
 * What a tournament would pay, or pays.
 *
 * @param tournament as it is now
 * @param standings where the standings are from
 * @param ranked how many players are ranked
 * @param payouts what each rank gets of what is collected by now
 */
public record PrizeForecast(
        Tournament tournament, Standings standings, long ranked, Payouts payouts) {
    /** Where standings are from. */
    public enum Standings {
        /** From the board; they may change. */
        RUNNING,
        /** They are written. */
        FINAL,
        /** The board is gone, though players have entered. */
        LOST
    }
}
