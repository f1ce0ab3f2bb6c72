package com.luckyfunatic.benchmarks.http;

/** Takes down what became of each request of one event loop. Not thread-safe. */
@FunctionalInterface
interface RequestRecorder {
    /**
     * Records a request that came to an end.
     *
     * @param status status code of the answer, outside 100…599 when there was none
     */
    void record(RequestKind kind, int status, RequestTimes times);
}
