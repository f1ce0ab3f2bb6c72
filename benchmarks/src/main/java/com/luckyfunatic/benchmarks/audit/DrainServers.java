package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.benchmarks.run.ProcessCpu;
import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.devservers.DevServer;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The three databases of the storage on this machine, and what CPU time they use. */
public final class DrainServers implements AutoCloseable {
    private static final Path FILES =
            Path.of("dev-servers-files", "target", "servers", "servers.properties");

    private static final String DATABASE = "drain";

    /** Longer than usual: while journals are filled, the machine has no room left. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Deque<DevServer> started = new ArrayDeque<>();
    private final RedisServer redis;
    private final MariaDbServer mySql;
    private final CassandraServer cassandra;

    private DrainServers(
            ServerFiles files,
            Path directory,
            List<String> redisOptions,
            List<String> mySqlOptions) {
        try {
            redis =
                    started(
                            RedisServer.start(
                                    files,
                                    RedisVersion.NEWEST,
                                    directory.resolve("redis"),
                                    redisOptions));
            mySql = started(MariaDbServer.start(files, directory.resolve("mariadb"), mySqlOptions));
            cassandra = started(CassandraServer.start(files, directory.resolve("cassandra")));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts them with their data in {@code directory}. */
    public static DrainServers start(Path directory) {
        return start(directory, List.of(), List.of());
    }

    /**
     * Starts them with settings of their own.
     *
     * @param redisOptions as on its command line
     * @param mySqlOptions as on its command line
     */
    public static DrainServers start(
            Path directory, List<String> redisOptions, List<String> mySqlOptions) {
        return new DrainServers(
                ServerFiles.read(FILES, directory.resolve("files")),
                directory,
                redisOptions,
                mySqlOptions);
    }

    private <S extends DevServer> S started(S server) {
        started.push(server);
        return server;
    }

    /** The third of them. */
    public CassandraServer cassandra() {
        return cassandra;
    }

    /** Where clients reach Redis. */
    public String redisUri() {
        return redis.uri();
    }

    /** The JDBC address of the storage's database. */
    public String mySqlUrl() {
        return mySql.jdbcUrl(DATABASE);
    }

    /** How to reach the audit in {@code keyspace}, which is made if it does not exist. */
    ScyllaSettings audit(String keyspace) {
        return ScyllaSettings.at(
                        List.of(cassandra.address()), CassandraServer.DATA_CENTER, keyspace)
                .creatingKeyspace(1);
    }

    /**
     * How to reach everything.
     *
     * @param flushAfter how long a changed player may wait for his snapshot
     */
    public DistributedSettings settings(String keyspace, Duration flushAfter) {
        return new DistributedSettings(
                RedisSettings.single(redis.uri()),
                MySqlSettings.of(mySql.jdbcUrl(DATABASE), "", "").within(PATIENCE),
                audit(keyspace),
                "",
                flushAfter,
                DistributedSettings.EVICT_AFTER,
                DistributedSettings.AUDIT_SYNC,
                false);
    }

    /** The same as variables of the environment, for a program of its own. */
    public Map<String, String> variables(String keyspace) {
        InetSocketAddress node = cassandra.address();
        return Map.of(
                "FUNATIC_STORAGE",
                "distributed",
                "FUNATIC_REDIS_URL",
                redis.uri(),
                "FUNATIC_MYSQL_URL",
                mySql.jdbcUrl(DATABASE),
                "FUNATIC_SCYLLA_CONTACT_POINTS",
                node.getHostString() + ":" + node.getPort(),
                "FUNATIC_SCYLLA_DATACENTER",
                CassandraServer.DATA_CENTER,
                "FUNATIC_SCYLLA_KEYSPACE",
                keyspace);
    }

    /** Opens the audit in {@code keyspace}. */
    public ScyllaDatabase openAudit(String keyspace) {
        return ScyllaDatabase.open(audit(keyspace));
    }

    /** What all processes have used so far, nanoseconds. */
    public record Cpu(long own, long redis, long mySql, long cassandra) {
        /** Nothing. */
        public static final Cpu ZERO = new Cpu(0, 0, 0, 0);

        /** Returns this and {@code other} together. */
        public Cpu plus(Cpu other) {
            return new Cpu(
                    own + other.own,
                    redis + other.redis,
                    mySql + other.mySql,
                    cassandra + other.cassandra);
        }

        /** Returns what was used after {@code before}. */
        public Cpu minus(Cpu before) {
            return new Cpu(
                    own - before.own,
                    redis - before.redis,
                    mySql - before.mySql,
                    cassandra - before.cassandra);
        }

        /** Returns what each of {@code changes} has cost after {@code before}. */
        public DrainResult.CpuMicros since(Cpu before, long changes) {
            double micros = changes * 1e3;
            return new DrainResult.CpuMicros(
                    (own - before.own) / micros,
                    (redis - before.redis) / micros,
                    (mySql - before.mySql) / micros,
                    (cassandra - before.cassandra) / micros);
        }
    }

    /** Returns what they have used so far. */
    public Cpu cpu() {
        return new Cpu(ProcessCpu.nanos(), nanos(redis), nanos(mySql), nanos(cassandra));
    }

    private static long nanos(DevServer server) {
        return ProcessHandle.of(server.processId())
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
