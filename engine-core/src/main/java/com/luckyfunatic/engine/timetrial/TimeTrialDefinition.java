package com.luckyfunatic.engine.timetrial;

import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.minigame.MinigameId;
import java.time.Duration;
import java.util.List;

/**
 * A level of the time trials as content describes it.
 *
 * @param id its name
 * @param name what players read
 * @param description what players read below
 * @param minigame the game that it is a level of
 * @param minTime nobody is faster; who seems to be is refused
 * @param maxTime how long after its start a run can be finished
 * @param targets times to beat, slowest first
 */
public record TimeTrialDefinition(
        TimeTrialId id,
        String name,
        String description,
        MinigameId minigame,
        Duration minTime,
        Duration maxTime,
        List<TimeTrialTarget> targets) {
    private static final String BOARD_PREFIX = "timetrial_";

    /** The most characters of a level's name: what a board's name has room for. */
    public static final int ID_LENGTH_MAX = 64 - BOARD_PREFIX.length();

    /** Copies the list. */
    public TimeTrialDefinition {
        targets = List.copyOf(targets);
    }

    /** Returns the name of the board of the players' best times. */
    public BoardId board() {
        return new BoardId(BOARD_PREFIX + id.value());
    }
}
