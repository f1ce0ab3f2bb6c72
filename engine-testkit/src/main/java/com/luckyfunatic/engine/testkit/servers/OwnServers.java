package com.luckyfunatic.engine.testkit.servers;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.RedisCluster;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.devservers.ServerUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/**
 * Servers that belong to one test, which may stop, kill and pause them; as a parameter of a
 * constructor or of a {@code @BeforeAll} method, to one test class. Always child processes, gone
 * with their data at the end. Where the machine has no such server, the test is left out. Not
 * thread-safe.
 */
public final class OwnServers implements AutoCloseable {
    private final Path directory = ServerPlaces.newDirectory();
    private final Deque<Runnable> ends = new ArrayDeque<>();

    OwnServers() {}

    /** Starts a Redis; the options are those of its command line. */
    public RedisServer redis(RedisVersion version, String... options) {
        return start(
                (files, place) -> RedisServer.start(files, version, place, List.of(options)),
                Providers::discard);
    }

    /** Starts a Redis Cluster of three masters; the options are those of Redis' command line. */
    public RedisCluster redisCluster(RedisVersion version, String... options) {
        return start(
                (files, place) -> RedisCluster.start(files, version, place, List.of(options)),
                Providers::discard);
    }

    /** Starts a MariaDB; the options are those of its command line. */
    public MariaDbServer mariaDb(String... options) {
        return start(
                (files, place) -> MariaDbServer.start(files, place, List.of(options)),
                Providers::discard);
    }

    /** Starts a Cassandra, which takes 8 to 12 seconds. */
    public CassandraServer cassandra() {
        return start(CassandraServer::start, Providers::discard);
    }

    /**
     * Starts a Cassandra that forgets, when it is killed, everything since it forced its log, which
     * it does every {@code period}.
     */
    public CassandraServer forgetfulCassandra(Duration period) {
        return start(
                (files, place) -> CassandraServer.startForgetful(files, place, period),
                Providers::discard);
    }

    private <S> S start(BiFunction<ServerFiles, Path, S> how, Consumer<S> end) {
        try {
            var place = directory.resolve(Integer.toString(ends.size()));
            var server = how.apply(ServerPlaces.files(), place);
            ends.push(() -> end.accept(server));
            return server;
        } catch (ServerUnavailableException e) {
            return Assumptions.abort(e.toString());
        }
    }

    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
        ServerPlaces.delete(directory);
    }
}
