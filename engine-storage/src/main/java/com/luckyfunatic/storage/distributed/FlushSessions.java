package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.SessionHistory;
import com.luckyfunatic.storage.redis.RedisActiveSessions;
import java.time.Duration;
import java.time.InstantSource;

/** Brings sessions from Redis into the history, and removes from Redis those that are over. */
final class FlushSessions extends PartitionedJob {
    private static final Duration EVERY = Duration.ofSeconds(60);

    private final RedisActiveSessions sessions;
    private final SessionHistory history;
    private final InstantSource clock;

    FlushSessions(
            int partitions,
            RedisActiveSessions sessions,
            SessionHistory history,
            InstantSource clock) {
        super(partitions);
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.FLUSH_SESSIONS;
    }

    @Override
    public Duration rest() {
        return EVERY;
    }

    @Override
    void doDue(int partition) {
        var _ = doAll(partition);
    }

    @Override
    int doAll(int partition) {
        return Math.toIntExact(sessions.flush(partition, clock.millis(), history::save));
    }
}
