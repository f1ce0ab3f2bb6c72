package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.tournament.Tournament;
import java.util.List;

/**
 * What a tournament would pay, or pays.
 *
 * @param tournament as it is now
 * @param isFinal whether the standings are written; otherwise they may change
 * @param running who stands where by what is recorded so far, best first; empty when they are
 *     written
 * @param ranked how many players are ranked
 * @param payouts what each rank gets of what is collected by now
 */
public record PrizeForecast(
        Tournament tournament,
        boolean isFinal,
        List<BoardPlace> running,
        long ranked,
        Payouts payouts) {
    /** Copies the list. */
    public PrizeForecast {
        running = List.copyOf(running);
    }
}
