package com.luckyfunatic.engine.minigame;

/** What has become of a {@link MinigameRun}. */
public enum RunStep {
    /** It has no score, and gets none when its time runs out. */
    STARTED,

    /** Its score counts. */
    ACCEPTED,

    /** Its score is not plausible and counts only when somebody has looked at it. */
    FLAGGED,

    /** Somebody looked at it, and it counts. */
    APPROVED,

    /** Somebody looked at it, and it does not count. */
    REJECTED
}
