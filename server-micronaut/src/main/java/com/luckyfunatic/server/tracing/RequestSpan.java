package com.luckyfunatic.server.tracing;

/** The span of one request. Thread-safe. */
public interface RequestSpan {
    /** The trace that it belongs to: 32 hexadecimal digits. */
    String traceId();

    /**
     * Ends it.
     *
     * @param word what log lines and the answer call the request; the trace's id, or the caller's
     *     own word
     * @param method of the request
     * @param route the route's template, never the address itself
     * @param status of the answer
     * @param code the error code; empty for success
     */
    void end(String word, String method, String route, int status, String code);
}
