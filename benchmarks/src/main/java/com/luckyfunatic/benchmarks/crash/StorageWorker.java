package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The storage's workers as a program: drains journals and writes snapshots until its input ends.
 * Snapshots are due sooner than usual, so that a short run sees many.
 */
public final class StorageWorker {
    /** What it prints when it works. */
    static final String READY = "ready";

    private static final Duration FLUSH_AFTER = Duration.ofMillis(500);
    private static final Duration EVICT_AFTER = Duration.ofHours(36);

    private StorageWorker() {}

    /** Arguments: address of Redis, address of MySQL, host:port of Cassandra, keyspace. */
    public static void main(String[] args) throws IOException {
        try (DistributedStorage storage =
                DistributedStorage.open(settings(args), InstantSource.system())) {
            storage.workers().start("worker " + ProcessHandle.current().pid());
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Whoever started us holds the other end, and has nothing to say.
            }
        }
    }

    private static DistributedSettings settings(String[] args) {
        int colon = args[2].lastIndexOf(':');
        InetSocketAddress node =
                new InetSocketAddress(
                        args[2].substring(0, colon),
                        Integer.parseInt(args[2].substring(colon + 1)));
        return new DistributedSettings(
                RedisSettings.single(args[0]),
                MySqlSettings.of(args[1], "", ""),
                ScyllaSettings.at(List.of(node), CassandraServer.DATA_CENTER, args[3]),
                "",
                FLUSH_AFTER,
                EVICT_AFTER);
    }
}
