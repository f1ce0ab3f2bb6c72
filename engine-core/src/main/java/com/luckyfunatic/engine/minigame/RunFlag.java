package com.luckyfunatic.engine.minigame;

/** Why a score is not plausible; the rules check in the order of this file. */
public enum RunFlag {
    /** It is more than the game can give. */
    ABOVE_MAX("above_max"),
    /** The run was shorter than the game can be played. */
    TOO_FAST("too_fast"),
    /** It is more than can be reached in the time the run took. */
    TOO_MUCH_PER_SECOND("too_much_per_second");

    private final String code;

    RunFlag(String code) {
        this.code = code;
    }

    /** The stable snake_case word that callers branch on. */
    public String code() {
        return code;
    }
}
