package com.luckyfunatic.engine.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** It cannot be found out now whether somebody is a member of a channel. */
public final class MembershipUnknownException extends RuntimeException {
    private final Duration retryAfter;

    /** It is worth asking again after {@code retryAfter}. */
    public MembershipUnknownException(
            String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** After how long it is worth asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
