package com.luckyfunatic.benchmarks.http;

/** Takes down what became of each request of one event loop. Not thread-safe. */
@FunctionalInterface
interface RequestRecorder {
    /**
     * Records a request that came to an end.
     *
     * @param status status code of the answer, outside 100…599 when there was none
     * @param intendedNanos when the request was meant to start
     * @param sentNanos when it was handed to the connection
     * @param endNanos when the answer was complete, or it was clear that there is none
     */
    void record(RequestKind kind, int status, long intendedNanos, long sentNanos, long endNanos);
}
