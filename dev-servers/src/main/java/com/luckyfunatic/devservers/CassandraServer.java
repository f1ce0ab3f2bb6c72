package com.luckyfunatic.devservers;

import com.luckyfunatic.devservers.CassandraSettings.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Cassandra server, which speaks ScyllaDB's protocol and most of its language: one node, no
 * password, at most 512 MiB of heap. It needs 8 to 12 seconds to start and about 1 GB of memory.
 * What it answered in the last 100 ms before {@link #kill} may be gone after it.
 */
public final class CassandraServer extends DevServer {
    /** The name of the only data centre, which drivers ask for. */
    public static final String DATA_CENTER = "datacenter1";

    private static final Log LOG = new Log(Duration.ofSeconds(1), false);
    private static final int TIMEOUT_MILLIS = 5_000;

    /** A frame of protocol version 4: no flags, stream 0, OPTIONS, an empty body. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    private static final int OPCODE_AT = 4;
    private static final int SUPPORTED = 6;

    private final List<String> command;

    private CassandraServer(List<String> command, ServerHome home, int port) {
        super("Cassandra", home, port);
        this.command = command;
    }

    /** Starts one. */
    public static CassandraServer start(ServerFiles files, Path directory) {
        return start(files, directory, LOG);
    }

    /**
     * Starts one that keeps nothing but what it has forced to the disk, which it does every {@code
     * period}: what it answered since then is gone after {@link #kill}.
     */
    public static CassandraServer startForgetful(
            ServerFiles files, Path directory, Duration period) {
        return start(files, directory, new Log(period, true));
    }

    private static CassandraServer start(ServerFiles files, Path directory, Log log) {
        var classPath = files.cassandraClassPath();
        var home = ServerHome.open(directory);
        try {
            int port = home.port("port");
            var settings =
                    new CassandraSettings(home.directory(), port, home.port("storage-port"), log);
            settings.write();
            var server = new CassandraServer(settings.command(classPath), home, port);
            server.start();
            return server;
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    @Override
    List<String> command() {
        return command;
    }

    @Override
    boolean answers() throws IOException {
        try (var socket = Sockets.connect(address(), TIMEOUT_MILLIS)) {
            socket.getOutputStream().write(OPTIONS);
            var header = socket.getInputStream().readNBytes(OPTIONS.length);
            return header.length == OPTIONS.length && header[OPCODE_AT] == SUPPORTED;
        }
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(3);
    }
}
