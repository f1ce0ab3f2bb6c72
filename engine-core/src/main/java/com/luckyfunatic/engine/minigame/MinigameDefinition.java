package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.Scoring;
import java.time.Duration;

/**
 * A minigame as content describes it.
 *
 * @param id its name
 * @param name what players read
 * @param description what players read below
 * @param url where its page is, a path on this server or an {@code https} address
 * @param image its picture, likewise
 * @param minDuration how long a run takes at least; what is faster is not plausible
 * @param maxDuration how long after its start a run's score is taken, more than nothing
 * @param maxScore the greatest score that is plausible, 1 to 2^53 − 1
 * @param maxScorePerSecond how fast a plausible score grows at most, from the start on
 * @param scoring what of a player's scores counts on the game's own board
 */
public record MinigameDefinition(
        MinigameId id,
        String name,
        String description,
        String url,
        String image,
        Duration minDuration,
        Duration maxDuration,
        long maxScore,
        long maxScorePerSecond,
        Scoring scoring) {
    private static final String BOARD_PREFIX = "minigame_";

    /** The most characters of a minigame's name: what a board's name has room for. */
    public static final int ID_LENGTH_MAX = 64 - BOARD_PREFIX.length();

    /** Returns the name of the game's own board. */
    public BoardId board() {
        return board(id);
    }

    /** Returns the name of the own board of the minigame {@code id}. */
    public static BoardId board(MinigameId id) {
        return new BoardId(BOARD_PREFIX + id.value());
    }
}
