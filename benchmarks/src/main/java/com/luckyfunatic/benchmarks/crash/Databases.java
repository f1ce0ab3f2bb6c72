package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.devservers.DevServer;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.RedisCluster;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three databases as child processes, some of them behind a network that misbehaves on demand.
 * Not thread-safe.
 */
final class Databases implements AutoCloseable {
    /** Where the build says which files the databases are started from. */
    static final Path FILES =
            Path.of("dev-servers-files", "target", "servers", "servers.properties");

    /** A database. */
    enum Name {
        REDIS,
        MYSQL,
        CASSANDRA
    }

    /** How many Redis there are. */
    enum RedisKind {
        /** One. */
        SINGLE,
        /** Three masters, each with a third of the keys. */
        CLUSTER
    }

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Map<Name, FaultProxy> proxies = new EnumMap<>(Name.class);

    /** The only one, or the masters of a cluster. */
    private final List<RedisServer> redis;

    private final MariaDbServer mySql;
    private final CassandraServer cassandra;

    private Databases(
            ServerFiles files,
            Path directory,
            RedisKind redisKind,
            List<String> redisOptions,
            Set<Name> proxied) {
        try {
            redis = startRedis(files, redisKind, directory.resolve("redis"), redisOptions);
            mySql = opened(MariaDbServer.start(files, directory.resolve("mariadb"), List.of()));
            cassandra = opened(CassandraServer.start(files, directory.resolve("cassandra")));
            for (Name each : proxied) {
                proxies.put(each, opened(FaultProxy.to(server(each).address())));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts them.
     *
     * @param directory for their data
     * @param redisOptions as on its command line
     * @param proxied which are reached through a proxy
     */
    static Databases start(
            ServerFiles files, Path directory, List<String> redisOptions, Set<Name> proxied) {
        return new Databases(files, directory, RedisKind.SINGLE, redisOptions, proxied);
    }

    /**
     * Starts them with that kind of Redis, none of them behind a proxy.
     *
     * @param directory for their data
     * @param redisOptions as on its command line
     */
    static Databases start(
            ServerFiles files, Path directory, RedisKind redis, List<String> redisOptions) {
        return new Databases(files, directory, redis, redisOptions, Set.of());
    }

    private List<RedisServer> startRedis(
            ServerFiles files, RedisKind kind, Path directory, List<String> options) {
        return switch (kind) {
            case SINGLE ->
                    List.of(
                            opened(
                                    RedisServer.start(
                                            files, RedisVersion.NEWEST, directory, options)));
            case CLUSTER ->
                    opened(RedisCluster.start(files, RedisVersion.NEWEST, directory, options))
                            .masters();
        };
    }

    private <S extends AutoCloseable> S opened(S what) {
        opened.push(what);
        return what;
    }

    /** Whether Redis is a cluster, of which clients learn the nodes' own addresses. */
    boolean hasRedisCluster() {
        return redis.size() > 1;
    }

    /** Redis, or the masters of its cluster. */
    List<RedisServer> redis() {
        return redis;
    }

    /** The server itself; the first of a cluster. */
    DevServer server(Name name) {
        return switch (name) {
            case REDIS -> redis.getFirst();
            case MYSQL -> mySql;
            case CASSANDRA -> cassandra;
        };
    }

    /** The proxy before it; null when there is none. */
    @Nullable FaultProxy proxy(Name name) {
        return proxies.get(name);
    }

    /** Where the game reaches it. */
    InetSocketAddress address(Name name) {
        FaultProxy proxy = proxies.get(name);
        return proxy == null ? server(name).address() : proxy.address();
    }

    /** Redis forgets everything: it is killed, its files are deleted, and it starts empty. */
    void wipeRedis() {
        RedisServer only = redis.getFirst();
        only.kill();
        long deleted = 0;
        try (Stream<Path> files = Files.walk(only.directory())) {
            // Its files, not those by which we know the process.
            for (Path file : files.filter(Databases::isAppendOnlyLog).toList()) {
                deleted += Files.size(file);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (deleted == 0) {
            throw new IllegalStateException("nothing of Redis was deleted in " + only.directory());
        }
        only.restart();
    }

    private static boolean isAppendOnlyLog(Path file) {
        return Files.isRegularFile(file)
                && String.valueOf(file.getFileName()).startsWith("appendonly");
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("a database did not stop in order: " + e);
            }
        }
    }
}
