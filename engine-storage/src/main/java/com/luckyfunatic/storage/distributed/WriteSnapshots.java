package com.luckyfunatic.storage.distributed;

import java.time.Duration;

/** Writes snapshots of changed players to MySQL. */
final class WriteSnapshots extends PartitionedJob {
    private static final Duration AT_ONCE = Duration.ofMillis(-1);

    private final SnapshotSync snapshots;
    private final Duration after;

    /**
     * @param after how long a changed player may wait
     */
    WriteSnapshots(int partitions, SnapshotSync snapshots, Duration after) {
        super(partitions);
        this.snapshots = snapshots;
        this.after = after;
    }

    @Override
    public JobKind kind() {
        return JobKind.WRITE_SNAPSHOTS;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    void doDue(int partition) {
        snapshots.flush(partition, after);
    }

    @Override
    int doAll(int partition) {
        return snapshots.flush(partition, AT_ONCE);
    }
}
