package com.luckyfunatic.engine.leaderboard;

/** Why a score does not count; the rules check in the order of this file. */
public enum LeaderboardRefusal {
    /** It is below zero. */
    SCORE_NEGATIVE("score_negative"),
    /** It is above 2^53 − 1. */
    SCORE_TOO_LARGE("score_too_large"),
    /** There is no such board. */
    UNKNOWN_BOARD("unknown_board"),
    /** The player was taken off the board. */
    PLAYER_REMOVED("player_removed"),
    /** The run has counted with another score. */
    RUN_REUSED("run_reused"),
    /** So many later runs have counted that nobody can tell whether this one has. */
    RUN_FORGOTTEN("run_forgotten"),
    /** The board is frozen. */
    BOARD_FROZEN("board_frozen"),
    /** It was reached after the board closed. */
    SCORE_LATE("score_late"),
    /** As many of the player's scores have counted as can. */
    TOO_MANY_SCORES("too_many_scores"),
    /** The player's scores together would pass 2^53 − 1. */
    SUM_TOO_LARGE("sum_too_large");

    private final String code;

    LeaderboardRefusal(String code) {
        this.code = code;
    }

    /** The stable snake_case word that callers branch on. */
    public String code() {
        return code;
    }
}
