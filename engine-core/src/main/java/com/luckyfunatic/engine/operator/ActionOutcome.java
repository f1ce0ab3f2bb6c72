package com.luckyfunatic.engine.operator;

/** What became of something that an operator asked for. */
public enum ActionOutcome {
    /**
     * It is about to be done. Without a later entry of the same reference, whoever did it died
     * before the end: the player's history tells whether it was done.
     */
    BEGUN,
    /** It was done, or shown. */
    DONE,
    /** A rule or a limit refused it; nothing changed. */
    REFUSED,
    /** It failed, and may have been done. */
    FAILED
}
