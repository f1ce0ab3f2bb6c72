package com.luckyfunatic.server.tracing;

import org.jspecify.annotations.Nullable;

/** Records how requests were served. Thread-safe. */
public interface RequestTraces {
    /**
     * Begins the span of a request that has arrived.
     *
     * @param traceparent the caller's own span in the form of the W3C, which has been checked;
     *     nothing for none
     */
    RequestSpan begin(@Nullable String traceparent);
}
