package com.luckyfunatic.engine.minigame;

/** Why a run is not started, or its score not taken. */
public enum MinigameRefusal {
    /** The content has no such minigame. */
    UNKNOWN_MINIGAME("unknown_minigame"),
    /** There is no such tournament, or it is another minigame's. */
    UNKNOWN_TOURNAMENT("unknown_tournament"),
    /** The tournament is not open. */
    TOURNAMENT_NOT_OPEN("tournament_not_open"),
    /** The player takes no part in the tournament. */
    NOT_ENTERED("not_entered"),
    /** As many of the player's runs are open, or wait to be looked at, as can be. */
    TOO_MANY_RUNS("too_many_runs"),
    /** There is no such run, or it is another player's or another game's. */
    UNKNOWN_RUN("unknown_run"),
    /** The score is below zero. */
    SCORE_NEGATIVE("score_negative"),
    /** The score is above 2^53 − 1. */
    SCORE_TOO_LARGE("score_too_large"),
    /** The run has another score already. */
    RUN_SCORED("run_scored"),
    /** The run's time is over. */
    RUN_EXPIRED("run_expired");

    private final String code;

    MinigameRefusal(String code) {
        this.code = code;
    }

    /** The stable snake_case word that callers branch on. */
    public String code() {
        return code;
    }
}
