package com.luckyfunatic.server.engine;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis, MariaDB and Cassandra as children of this process, with their data below a directory. They
 * end with the process, however it ends.
 */
final class DevDatabases implements AutoCloseable {
    static final String DATA_CENTER = CassandraServer.DATA_CENTER;

    /** Where the launcher says which files the servers are started from. */
    private static final String FILES_PROPERTY = "funatic.dev-servers";

    private static final Logger LOG = LoggerFactory.getLogger(DevDatabases.class);

    private final ServerFiles files;
    private final Path directory;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final RedisServer redis;
    private final MariaDbServer mariaDb;
    private final CassandraServer cassandra;

    private DevDatabases(ServerFiles files, Path directory) {
        this.files = files;
        this.directory = directory;
        try {
            redis =
                    start(
                            "redis",
                            (from, place) ->
                                    RedisServer.start(from, RedisVersion.NEWEST, place, List.of()));
            mariaDb =
                    start("mariadb", (from, place) -> MariaDbServer.start(from, place, List.of()));
            LOG.info("starting Cassandra, which takes about 10 seconds");
            cassandra = start("cassandra", CassandraServer::start);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts them.
     *
     * @param directory of their data
     * @throws StorageNotOpenableException when this program does not know where to take them from
     */
    static DevDatabases start(Path directory) {
        String list = System.getProperty(FILES_PROPERTY);
        if (list == null) {
            throw new StorageNotOpenableException(
                    "dev-servers works only in a checkout, through ./funatic serve");
        }
        Path files = Path.of(list);
        if (Files.notExists(files)) {
            throw new StorageNotOpenableException(
                    "dev-servers: their files are not fetched yet, which only the flag or the"
                            + " variable makes the launcher do: call ./funatic serve --dev-servers"
                            + " once, after which a configuration file may ask for them too");
        }
        return new DevDatabases(ServerFiles.read(files, files.resolveSibling("cache")), directory);
    }

    private <S extends AutoCloseable> S start(String name, BiFunction<ServerFiles, Path, S> how) {
        S server = how.apply(files, directory.resolve(name));
        started.push(server);
        LOG.info("{} runs", name);
        return server;
    }

    String redisUri() {
        return redis.uri();
    }

    String mySqlUrl() {
        return mariaDb.jdbcUrl("funatic");
    }

    InetSocketAddress cassandraAddress() {
        return cassandra.address();
    }

    /** Stops them, last first. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.warn("a development server did not stop in order", e);
            }
        }
    }
}
