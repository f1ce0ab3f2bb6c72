package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.TournamentId;
import org.jspecify.annotations.Nullable;

/** What runs need of tournaments. Thread-safe; calls may block on the storage. */
public interface TournamentRuns {
    /**
     * Whether a run can begin in a tournament.
     *
     * @param refusal why not; null when it can
     * @param endsAtMillis the last moment whose scores count there, epoch milliseconds; no matter
     *     when it cannot begin
     */
    record Admission(@Nullable MinigameRefusal refusal, long endsAtMillis) {
        /** It cannot begin. */
        public static Admission refused(MinigameRefusal reason) {
            return new Admission(reason, 0);
        }
    }

    /**
     * Returns whether {@code player} can begin a run in {@code tournament} at {@code nowMillis}.
     */
    Admission admit(TournamentId tournament, MinigameId minigame, PlayerId player, long nowMillis);

    /**
     * Sends the score of a run that has a tournament, and counts, to the tournament's board, which
     * decides whether it takes it. Again counts nothing twice.
     *
     * @param run one with a tournament and a score that counts
     */
    void submit(MinigameRun run);
}
