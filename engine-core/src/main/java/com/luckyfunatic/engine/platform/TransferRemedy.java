package com.luckyfunatic.engine.platform;

/** What an operator can do about a transfer that is stuck. */
public enum TransferRemedy {
    /** It is taken care of at once: sent if the platform does not have it, else asked about. */
    RETRY,

    /** Whether the platform has it is not known to the game; an operator knows that it has. */
    CONFIRM,

    /** An operator knows that the platform does not have it; the player has it back. */
    RETURN
}
