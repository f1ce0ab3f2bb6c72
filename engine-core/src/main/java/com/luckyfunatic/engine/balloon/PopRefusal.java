package com.luckyfunatic.engine.balloon;

/** Why a balloon is not popped; a game checks in this order. */
public enum PopRefusal {
    /** The game is over. */
    GAME_OVER,
    /** The game has no balloon with this number. */
    UNKNOWN,
    /** It has not appeared yet. */
    FUTURE,
    /** It was popped before. */
    ALREADY_POPPED,
    /** Its lifetime is over. */
    MISSED,
    /** The player pops more than the rate limit allows; a moment later it may be popped. */
    TOO_FAST
}
