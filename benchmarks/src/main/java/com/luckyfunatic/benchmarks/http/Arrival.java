package com.luckyfunatic.benchmarks.http;

import java.time.Duration;

/** When each request of a run is meant to start. Immutable. */
public sealed interface Arrival {

    /** Each virtual user starts its next request as soon as the last one was answered. */
    record Closed() implements Arrival {}

    /** Requests start when they are meant to, whether or not earlier ones were answered. */
    sealed interface Planned extends Arrival permits Open, Surge {

        /**
         * When the request of that number, from 0, is meant to start: nanoseconds after the run.
         */
        long offsetNanos(long arrival);

        /**
         * The offset at which a request is meant to start. The arrivals are dealt out to the users
         * in turn, so that their union is as planned.
         *
         * @param user index of the virtual user
         * @param users number of virtual users
         * @param iteration how many requests this user has started before
         * @return nanoseconds after the start of the run
         */
        default long offsetNanos(int user, int users, long iteration) {
            return offsetNanos(user + iteration * users);
        }

        /** How many requests are meant to start in the given span after the given warm-up. */
        default long arrivals(Duration warmup, Duration duration) {
            return arrivalsBefore(warmup.plus(duration)) - arrivalsBefore(warmup);
        }

        private long arrivalsBefore(Duration offset) {
            long nanos = offset.toNanos();
            long fewer = 0;
            long enough = 1;
            while (offsetNanos(enough) < nanos) {
                fewer = enough;
                enough *= 2;
            }
            while (fewer < enough) {
                long middle = (fewer + enough) >>> 1;
                if (offsetNanos(middle) < nanos) {
                    fewer = middle + 1;
                } else {
                    enough = middle;
                }
            }
            return fewer;
        }
    }

    /**
     * Requests start at a constant rate.
     *
     * @param requestsPerSecond rate over all virtual users, greater than 0
     */
    record Open(double requestsPerSecond) implements Planned {

        public Open {
            requirePositive(requestsPerSecond);
        }

        @Override
        public long offsetNanos(long arrival) {
            return (long) (arrival * 1e9 / requestsPerSecond);
        }
    }

    /**
     * Requests start at a constant rate, many times as many for a while, and then at the first rate
     * again.
     *
     * @param calmPerSecond the rate before and after, over all virtual users, greater than 0
     * @param factor how many times as many during the surge, greater than 0
     * @param begin when the surge begins, after the start of the run
     * @param length how long it lasts
     */
    record Surge(double calmPerSecond, double factor, Duration begin, Duration length)
            implements Planned {

        public Surge {
            requirePositive(calmPerSecond);
            requirePositive(factor);
        }

        @Override
        public long offsetNanos(long arrival) {
            double surgePerSecond = calmPerSecond * factor;
            double before = calmPerSecond * begin.toNanos() / 1e9;
            double during = surgePerSecond * length.toNanos() / 1e9;
            if (arrival <= before) {
                return (long) (arrival * 1e9 / calmPerSecond);
            }
            if (arrival <= before + during) {
                return begin.toNanos() + (long) ((arrival - before) * 1e9 / surgePerSecond);
            }
            return begin.plus(length).toNanos()
                    + (long) ((arrival - before - during) * 1e9 / calmPerSecond);
        }
    }

    private static void requirePositive(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("The rate must be greater than 0, not " + rate);
        }
    }
}
