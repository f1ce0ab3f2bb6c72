package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.amount.Amounts;

/**
 * What a player has done in tournaments.
 *
 * @param entered how often the player has entered one, cancelled or not
 */
public record TournamentTally(long entered) {
    /** Nothing. */
    public static final TournamentTally NONE = new TournamentTally(0);

    /** Checks the range. */
    public TournamentTally {
        Amounts.require("entered", entered);
    }

    TournamentTally andOneMore() {
        return new TournamentTally(Amounts.apply(entered, 1));
    }
}
