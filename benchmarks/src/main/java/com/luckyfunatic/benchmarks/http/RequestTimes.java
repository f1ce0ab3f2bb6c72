package com.luckyfunatic.benchmarks.http;

/**
 * The moments of a request, by {@link System#nanoTime}.
 *
 * @param intended when it was meant to start
 * @param possible when it could: its connection was free, too
 * @param sent when it was handed to the connection
 * @param end when the answer was complete, or it was clear that there is none
 */
record RequestTimes(long intended, long possible, long sent, long end) {
    /** How long it took for who meant to send it. */
    long response() {
        return end - intended;
    }

    /** How long it took from sending. */
    long service() {
        return end - sent;
    }

    /** How long after it could be sent the generator sent it. */
    long late() {
        return sent - possible;
    }
}
