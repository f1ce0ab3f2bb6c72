package com.luckyfunatic.storage.lock;

import java.time.Duration;

/**
 * Decides which of several processes tries first, so that they do not do the same work at once.
 *
 * <p>It protects nothing. A lock may be held by two at the same moment, be gone before its holder
 * is done, or not be had at all because the service is away: whoever asks goes on in every case,
 * and what is written must be fenced or repeatable by itself. Each place that asks names its fence.
 * Thread-safe; no call throws because of the service.
 */
public interface Locks extends AutoCloseable {
    /** Locks for one process alone: nobody else is ever found at work. */
    Locks NONE =
            new Locks() {
                @Override
                public Attempt attempt(String name, Duration patience, Duration lease) {
                    return new Attempt(Standing.UNKNOWN, () -> {});
                }

                @Override
                public void close() {}
            };

    /** What was found out about others. */
    enum Standing {
        /** The lock was had: others wait. */
        FIRST,
        /** Somebody else has it, and had it for as long as one was willing to wait. */
        TAKEN,
        /** The service did not say. */
        UNKNOWN
    }

    /**
     * A try at something. Closing it lets others go first.
     *
     * @param standing what was found out
     * @param end gives the lock back, when it was had
     */
    record Attempt(Standing standing, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /**
     * Returns when nobody else has the lock {@code name}, or after {@code patience}.
     *
     * @param lease after which it ends by itself, should its holder have died
     */
    Attempt attempt(String name, Duration patience, Duration lease);

    /** Ends the service; later attempts are not told of others. */
    @Override
    void close();
}
