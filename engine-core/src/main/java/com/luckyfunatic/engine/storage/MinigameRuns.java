package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.Optional;

/**
 * Runs of minigames and what they came to: the truth that boards are made from. Rows stay for ever.
 *
 * <p>Each call is one atomic step, safe from everything but the loss of the store when it returns.
 * A call that failed may have been carried out; it may be repeated. Thread-safe; every method
 * throws {@link StorageUnavailableException} when the store cannot do its part.
 */
public interface MinigameRuns {
    /**
     * Begins a run, unless the player has one under its operation id, or too many that are open at
     * its start or wait for somebody to look at them.
     *
     * @param run one without a score and with an id that no run has
     * @param openMax how many of the player's runs may be open or wait, with this one, at least 1
     */
    StartOutcome start(MinigameRun run, int openMax);

    /** Returns the run that {@code player} has begun under {@code operationId}. */
    Optional<MinigameRun> find(PlayerId player, OperationId operationId);

    /** Returns the run {@code id}. */
    Optional<MinigameRun> find(long id);

    /**
     * Records what a run came to, unless it has a score.
     *
     * @param score one without a review
     * @return the run afterwards, with the score that it has had since the first; empty when there
     *     is none
     */
    Optional<MinigameRun> score(long id, RunScore score);

    /**
     * Records what somebody said about a flagged run, unless somebody has before.
     *
     * @param number what its score counts as if it is approved, positive
     * @return the run afterwards, with the review that it has had since the first, or as it was if
     *     it is not flagged; empty when there is none
     */
    Optional<MinigameRun> review(long id, RunReview review, long number);

    /**
     * Returns runs of {@code minigame} whose score counts, by what they count as, smallest first.
     *
     * @param after what the last one of the page before counts as; 0 for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<MinigameRun> counted(MinigameId minigame, long after, int limit);

    /**
     * Returns runs in {@code tournament} whose score counts, by what they count as, smallest first.
     *
     * @param after what the last one of the page before counts as; 0 for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<MinigameRun> counted(TournamentId tournament, long after, int limit);

    /**
     * Returns flagged runs that nobody has looked at, by id, smallest first.
     *
     * @param after the id of the last one of the page before; 0 for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<MinigameRun> flagged(long after, int limit);

    /**
     * Returns flagged runs in {@code tournament} that nobody has looked at, by id, smallest first.
     *
     * @param after the id of the last one of the page before; 0 for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<MinigameRun> flagged(TournamentId tournament, long after, int limit);
}
