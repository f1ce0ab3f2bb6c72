package com.luckyfunatic.server.engine;

import com.luckyfunatic.storage.clock.SharedClock;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the clock that servers share asked for again and again. Thread-safe. */
@Singleton
final class ClockRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(ClockRefresh.class);

    private final InstantSource clock;
    private volatile boolean wasRead = true;

    ClockRefresh(InstantSource clock) {
        this.clock = clock;
    }

    @Scheduled(initialDelay = "10s", fixedDelay = "10s")
    void refresh() {
        if (!(clock instanceof SharedClock shared)) {
            return;
        }
        boolean isRead = shared.refresh();
        if (isRead != wasRead) {
            LOG.warn(
                    isRead
                            ? "the clock of MySQL is followed again"
                            : "the clock of MySQL cannot be read in time, or has leapt, and is not"
                                    + " followed: time goes on by itself");
        }
        wasRead = isRead;
    }
}
