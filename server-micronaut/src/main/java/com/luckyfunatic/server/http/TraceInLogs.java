package com.luckyfunatic.server.http;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Writes the trace id into every log line of its request, on whichever thread that is served.
 *
 * @param traceId the id
 */
record TraceInLogs(String traceId) implements ThreadPropagatedContextElement<@Nullable String> {
    private static final String KEY = "traceId";

    @Override
    public @Nullable String updateThreadContext() {
        String previous = MDC.get(KEY);
        MDC.put(KEY, traceId);
        return previous;
    }

    @Override
    public void restoreThreadContext(@Nullable String previous) {
        if (previous == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, previous);
        }
    }
}
