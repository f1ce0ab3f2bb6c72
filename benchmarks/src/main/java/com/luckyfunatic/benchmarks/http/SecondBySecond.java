package com.luckyfunatic.benchmarks.http;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What became of the requests of each second of a measurement, by when they were meant to start.
 * Not thread-safe: for one event loop.
 */
final class SecondBySecond implements RequestRecorder {
    private static final long NANOS = 1_000_000_000;

    private final RunClock clock;
    private final List<Fates> seconds;

    SecondBySecond(RunClock clock, Duration duration) {
        this.clock = clock;
        seconds = Stream.generate(Fates::new).limit(duration.toSeconds()).toList();
    }

    @Override
    public void record(RequestKind kind, int status, RequestTimes times) {
        long begin = clock.startNanos() + clock.warmupNanos();
        seconds.get((int) ((times.intended() - begin) / NANOS)).record(status, times);
    }

    /** Each second. */
    List<Fates> all() {
        return seconds;
    }

    /** Those from a second to before another, added up. */
    Fates between(int from, int to) {
        Fates sum = new Fates();
        seconds.subList(from, to).forEach(sum::add);
        return sum;
    }

    /**
     * Returns how many seconds after {@code from} all was as wanted again: the first of which, with
     * those that follow it, all requests were accepted, 99 of 100 within {@code p99Nanos}.
     *
     * @param span how many seconds are looked at together: the p99 of a single one is chance
     * @return nothing if that did not come
     */
    OptionalInt secondsUntilCalm(int from, int span, long p99Nanos) {
        for (int second = from; second + span <= seconds.size(); second++) {
            Fates fates = between(second, second + span);
            if (fates.requests() > 0
                    && fates.requests() == fates.accepted().getTotalCount()
                    && fates.accepted().getValueAtPercentile(99) <= p99Nanos) {
                return OptionalInt.of(second - from);
            }
        }
        return OptionalInt.empty();
    }
}
