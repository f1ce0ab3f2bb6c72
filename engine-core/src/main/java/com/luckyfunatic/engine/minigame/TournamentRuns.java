package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.TournamentId;
import org.jspecify.annotations.Nullable;

/** What runs need of tournaments. Thread-safe; calls may block on the storage. */
public interface TournamentRuns {
    /**
     * Returns why {@code player} cannot begin a run in {@code tournament} at {@code nowMillis};
     * null when that is possible.
     */
    @Nullable MinigameRefusal check(
            TournamentId tournament, MinigameId minigame, PlayerId player, long nowMillis);

    /**
     * Sends the score of a run that has a tournament, and counts, to the tournament's board, which
     * decides whether it takes it. Again counts nothing twice.
     *
     * @param run one with a tournament and a score that counts
     */
    void submit(MinigameRun run);
}
