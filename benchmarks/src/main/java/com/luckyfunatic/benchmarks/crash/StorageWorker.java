package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.distributed.JobKind;
import com.luckyfunatic.storage.distributed.StorageJob;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The storage's workers as a program: drains journals, writes snapshots and evicts players until
 * its input ends. Snapshots and eviction are due much sooner than usual, so that a short run sees
 * many, and players come and go all the time.
 */
public final class StorageWorker {
    /** What it prints when it works. */
    static final String READY = "ready";

    private static final Duration FLUSH_AFTER = Duration.ofMillis(500);
    private static final Duration EVICT_AFTER = Duration.ofMillis(300);

    /** The job itself rests for longer. */
    private static final Duration EVICT_EVERY = Duration.ofMillis(200);

    private StorageWorker() {}

    /**
     * Arguments: URLs of Redis with commas between, address of MySQL, host:port of Cassandra,
     * keyspace.
     */
    public static void main(String[] args) throws IOException {
        try (DistributedStorage storage =
                DistributedStorage.open(settings(args), InstantSource.system())) {
            storage.workers().start("worker " + ProcessHandle.current().pid());
            StorageJob eviction = eviction(storage);
            Thread.ofPlatform().name("eviction").daemon().start(() -> evict(eviction));
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Whoever started us holds the other end, and has nothing to say.
            }
        }
    }

    private static StorageJob eviction(DistributedStorage storage) {
        return storage.workers().jobs().stream()
                .filter(job -> job.kind() == JobKind.EVICT_IDLE_PLAYERS)
                .findFirst()
                .orElseThrow();
    }

    private static void evict(StorageJob eviction) {
        while (true) {
            try {
                eviction.finish(_ -> {});
            } catch (StorageException e) {
                // A database is away, or a player cannot be read: the job itself says so too.
            }
            LockSupport.parkNanos(EVICT_EVERY.toNanos());
        }
    }

    /** Returns the settings that arguments tell. */
    static DistributedSettings settings(String[] args) {
        int colon = args[2].lastIndexOf(':');
        InetSocketAddress node =
                new InetSocketAddress(
                        args[2].substring(0, colon),
                        Integer.parseInt(args[2].substring(colon + 1)));
        return new DistributedSettings(
                RedisSettings.at(List.of(args[0].split(",")), false),
                MySqlSettings.of(args[1], "", ""),
                ScyllaSettings.at(List.of(node), CassandraServer.DATA_CENTER, args[3]),
                "",
                FLUSH_AFTER,
                EVICT_AFTER,
                DistributedSettings.AUDIT_SYNC,
                false);
    }
}
