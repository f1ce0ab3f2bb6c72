package com.luckyfunatic.server.telegram.bot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call of the Bot API that gave nothing. Its message holds no secret. */
public final class BotApiException extends RuntimeException {
    /** What happened to the call. */
    public enum Kind {
        /** No answer, or none that can be read: whether Telegram did what was asked is unknown. */
        UNKNOWN_OUTCOME,
        /** Telegram failed: whether it did what was asked is unknown. */
        FAILED,
        /** Too many calls; nothing was done. */
        LIMITED,
        /** Telegram will not do it; nothing was done. */
        REFUSED
    }

    private final Kind kind;
    private final String description;
    private final Duration retryAfter;
    private final boolean afterLostAnswer;

    BotApiException(
            Kind kind,
            String method,
            String description,
            Duration retryAfter,
            @Nullable Throwable cause) {
        super("Telegram's " + method + ": " + description, cause);
        this.kind = kind;
        this.description = description;
        this.retryAfter = retryAfter;
        afterLostAnswer = false;
    }

    private BotApiException(BotApiException second, BotApiException first) {
        super(second.getMessage(), second);
        kind = second.kind;
        description = second.description;
        retryAfter = second.retryAfter;
        afterLostAnswer = true;
        addSuppressed(first);
    }

    /** Returns this of a call that was sent before, without an answer that says what came of it. */
    BotApiException after(BotApiException first) {
        return new BotApiException(this, first);
    }

    public Kind kind() {
        return kind;
    }

    /** Telegram's own words, or ours when it said nothing. */
    public String description() {
        return description;
    }

    /**
     * Returns whether it is certain that the call has done nothing: not when it was sent twice, and
     * the first time may have been heard.
     */
    public boolean isNothingDone() {
        return switch (kind) {
            case LIMITED, REFUSED -> !afterLostAnswer;
            case UNKNOWN_OUTCOME, FAILED -> false;
        };
    }

    /** After how long a call is worth trying again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
