package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisStore;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The work that some process has to do all the time: draining the journals, writing snapshots,
 * removing idle players. Processes share the partitions by leases. Thread-safe.
 */
public final class StorageWorkers implements AutoCloseable {
    private final DistributedSettings settings;
    private final SnapshotSync snapshots;
    private final Partitions partitions;
    private final List<JournalDrain> drains = new ArrayList<>();
    private final List<WorkerShard> shards = new ArrayList<>();
    private final MySqlDatabase mySql;
    private boolean started;

    StorageWorkers(
            DistributedSettings settings,
            MySqlDatabase mySql,
            RedisStore redis,
            ScyllaDatabase scylla,
            SnapshotSync snapshots,
            Partitions partitions,
            Batches batches) {
        this.settings = settings;
        this.snapshots = snapshots;
        this.partitions = partitions;
        this.mySql = mySql;
        Map<Integer, Long> generations = mySql.partitions().generations();
        for (int partition = 0; partition < partitions.count(); partition++) {
            drains.add(
                    new JournalDrain(
                            partition,
                            generations.getOrDefault(partition, 0L),
                            redis.journal(),
                            mySql.archive(),
                            batches,
                            new AuditFeed(
                                    partition,
                                    mySql.archive(),
                                    scylla.audit(),
                                    batches,
                                    scylla::nodeChanges,
                                    settings.auditSync())));
        }
    }

    /** Does everything that waits now, of all partitions: what is due later too. */
    public synchronized void finish() {
        for (JournalDrain drain : drains) {
            drain.finish();
        }
        flush();
    }

    /** Archives all changes that wait now. */
    synchronized void archive() {
        for (JournalDrain drain : drains) {
            while (drain.archiveNext()) {
                // One batch after the other.
            }
        }
    }

    /** Writes snapshots of all changed players now. */
    synchronized void flush() {
        for (int partition = 0; partition < partitions.count(); partition++) {
            snapshots.flush(partition, Duration.ofMillis(-1));
        }
    }

    /** Removes all players from Redis who have not changed for {@code idle} and are stored. */
    synchronized void evict(Duration idle) {
        for (int partition = 0; partition < partitions.count(); partition++) {
            snapshots.evict(partition, idle);
        }
    }

    /** Starts working in the background, on the partitions that no other process works on. */
    public synchronized void start(String owner) {
        if (!started) {
            started = true;
            int count = Math.min(WorkerShard.COUNT, partitions.count());
            for (int shard = 0; shard < count; shard++) {
                List<JournalDrain> own = new ArrayList<>();
                for (int each = shard; each < drains.size(); each += count) {
                    own.add(drains.get(each));
                }
                shards.add(
                        WorkerShard.start(
                                "storage:" + shard,
                                owner,
                                mySql.leases(),
                                own,
                                snapshots,
                                settings));
            }
        }
    }

    /** Stops working in the background; what is under way is finished first. */
    @Override
    public synchronized void close() {
        shards.forEach(WorkerShard::close);
        shards.clear();
    }
}
