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
    }

    public Kind kind() {
        return kind;
    }

    /** Telegram's own words, or ours when it said nothing. */
    public String description() {
        return description;
    }

    /** After how long a call is worth trying again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
