package com.luckyfunatic.storage.distributed;

import java.time.Duration;

/** Removes players from Redis who have not played for long and are safely stored. */
final class EvictIdlePlayers extends PartitionedJob {
    private final SnapshotSync snapshots;
    private final Duration after;

    /**
     * @param after how long a player who does nothing stays
     */
    EvictIdlePlayers(int partitions, SnapshotSync snapshots, Duration after) {
        super(partitions);
        this.snapshots = snapshots;
        this.after = after;
    }

    @Override
    public JobKind kind() {
        return JobKind.EVICT_IDLE_PLAYERS;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(10);
    }

    @Override
    void doDue(int partition) {
        snapshots.evict(partition, after);
    }

    @Override
    int doAll(int partition) {
        return evict(partition, after);
    }

    private int evict(int partition, Duration idle) {
        int evicted = 0;
        int some;
        do {
            some = snapshots.evict(partition, idle);
            evicted += some;
        } while (some > 0);
        return evicted;
    }

    /** Removes all who have not changed for {@code idle} and are stored. */
    void evict(Duration idle) {
        for (int partition = 0; partition < partitions(); partition++) {
            evict(partition, idle);
        }
    }
}
