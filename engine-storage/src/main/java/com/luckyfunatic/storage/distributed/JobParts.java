package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.redis.RedisStore;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the jobs of the distributed storage are made of. */
record JobParts(
        DistributedSettings settings,
        MySqlDatabase mySql,
        RedisStore redis,
        ScyllaDatabase scylla,
        SnapshotSync snapshots,
        Batches batches,
        PoisonEntries poison,
        DrainBuffer buffer,
        StorageWork work,
        InstantSource clock,
        HoldSweeper<Reservation> stock) {

    /** Returns all jobs for so many partitions, ready to be started. */
    StorageWorkers workers(int partitions) {
        return new StorageWorkers(
                new DrainJournals(
                        drains(partitions),
                        mySql.archive(),
                        redis.players(),
                        buffer,
                        settings.auditSync(),
                        work),
                new WriteSnapshots(partitions, snapshots, settings.flushAfter()),
                new EvictIdlePlayers(partitions, snapshots, settings.evictAfter()),
                List.of(
                        new SettleStock(stock, work),
                        new CleanUp(JobKind.CLEAN_OPERATIONS, mySql.operations()::clean, clock),
                        new CleanUp(JobKind.CLEAN_ARCHIVE, this::cleanArchive, clock),
                        new FlushSessions(partitions, redis.sessions(), scylla.sessions(), clock)),
                mySql.leases(),
                work,
                clock);
    }

    /** What somebody seals stays until it is sealed. */
    private boolean cleanArchive(long nowMillis) {
        long sealedTo =
                mySql.audit().last(TrailLog.NAME).map(AuditSeal::toPosition).orElse(Long.MAX_VALUE);
        return mySql.archive().clean(nowMillis, sealedTo);
    }

    private List<JournalDrain> drains(int partitions) {
        Map<Integer, Long> generations = mySql.partitions().generations();
        List<JournalDrain> drains = new ArrayList<>(partitions);
        for (int partition = 0; partition < partitions; partition++) {
            AuditFeed feed =
                    new AuditFeed(
                            partition,
                            mySql.archive(),
                            scylla.audit(),
                            scylla::nodeChanges,
                            settings.auditSync(),
                            poison,
                            work,
                            clock);
            drains.add(
                    new JournalDrain(
                            partition,
                            generations.getOrDefault(partition, 0L),
                            redis.journal(),
                            batches,
                            feed,
                            work,
                            clock));
        }
        return drains;
    }
}
