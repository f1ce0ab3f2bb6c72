package com.luckyfunatic.benchmarks.http;

import java.time.Duration;

/** When each request of a run is meant to start. Immutable. */
public sealed interface Arrival {

    /** Each virtual user starts its next request as soon as the last one was answered. */
    record Closed() implements Arrival {}

    /**
     * Requests start at a constant rate, whether or not earlier ones were answered.
     *
     * @param requestsPerSecond rate over all virtual users, greater than 0
     */
    record Open(double requestsPerSecond) implements Arrival {

        public Open {
            if (!(requestsPerSecond > 0)) {
                throw new IllegalArgumentException(
                        "The rate must be greater than 0, not " + requestsPerSecond);
            }
        }

        /**
         * The offset at which a request is meant to start. The arrivals are dealt out to the users
         * in turn, so that their union is evenly spaced.
         *
         * @param user index of the virtual user
         * @param users number of virtual users
         * @param iteration how many requests this user has started before
         * @return nanoseconds after the start of the run
         */
        long offsetNanos(int user, int users, long iteration) {
            return offsetNanos(user + iteration * users);
        }

        private long offsetNanos(long arrival) {
            return (long) (arrival * 1e9 / requestsPerSecond);
        }

        /** How many requests are meant to start in the given span after the given warm-up. */
        long arrivals(Duration warmup, Duration duration) {
            return arrivalsBefore(warmup.plus(duration)) - arrivalsBefore(warmup);
        }

        private long arrivalsBefore(Duration offset) {
            long nanos = offset.toNanos();
            long estimate = Math.max(0, (long) (nanos * requestsPerSecond / 1e9) - 1);
            while (offsetNanos(estimate) < nanos) {
                estimate++;
            }
            return estimate;
        }
    }
}
