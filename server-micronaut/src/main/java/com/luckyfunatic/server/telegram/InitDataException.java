package com.luckyfunatic.server.telegram;

/**
 * Says that login data was refused, why, and nothing about its content.
 *
 * <p>Made without a stack trace: it is an answer to a caller, not a fault of the program.
 */
public final class InitDataException extends RuntimeException {
    /** Why login data is refused. */
    public enum Reason {
        /** The text is not well-formed login data. */
        MALFORMED,
        /** No configured bot, or not Telegram itself, signed it. */
        SIGNATURE_INVALID,
        /** It was signed longer ago than allowed. */
        EXPIRED,
        /** It claims to be signed in the future. */
        FROM_FUTURE
    }

    private final Reason reason;

    InitDataException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    static InitDataException malformed(String message) {
        return new InitDataException(Reason.MALFORMED, message);
    }

    public Reason reason() {
        return reason;
    }
}
