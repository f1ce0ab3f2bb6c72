package com.luckyfunatic.engine.platform;

/** How far an {@link OutgoingTransfer} has come. The last two are for good. */
public enum TransferStep {
    /** The platform does not have it: it was never sent, or surely did not arrive. */
    PENDING,

    /** It is being sent. If that takes too long, whoever sent it has died. */
    SENT,

    /** Whether the platform has it is not known; it is asked, and nothing is sent meanwhile. */
    UNKNOWN,

    /** The platform has it. */
    CONFIRMED,

    /** The platform refused it, or an operator says that it has not: it goes to the player. */
    FAILED
}
