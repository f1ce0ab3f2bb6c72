package com.luckyfunatic.engine.operator;

/** How something that an operator asked for ended. */
public enum ActionOutcome {
    /** It was done, or shown. */
    DONE,
    /** A rule or a limit refused it; nothing changed. */
    REFUSED,
    /** It failed, and may have been done. */
    FAILED
}
