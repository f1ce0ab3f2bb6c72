package com.luckyfunatic.devservers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A Redis server without a password that logs every write before it answers (an append-only file,
 * forced to disk once a second), so that a killed one comes back with everything it has answered.
 */
public final class RedisServer extends DevServer {
    private final List<String> command;

    private RedisServer(Path executable, ServerHome home, int port, List<String> options) {
        super("Redis", home, port);
        var all = new ArrayList<>(List.of(executable.toString()));
        Collections.addAll(all, "--port", Integer.toString(port), "--bind", "127.0.0.1");
        Collections.addAll(all, "--dir", home.directory().toString(), "--save", "");
        Collections.addAll(all, "--appendonly", "yes", "--appendfsync", "everysec");
        // Players stay in one block: its older name is known to all versions.
        Collections.addAll(all, "--hash-max-ziplist-value", "4096");
        all.addAll(options);
        command = List.copyOf(all);
    }

    /**
     * Starts one.
     *
     * @param options Redis settings as on its command line, such as {@code "--maxmemory", "64mb"};
     *     they win over ours
     */
    public static RedisServer start(
            ServerFiles files, RedisVersion version, Path directory, List<String> options) {
        var executable = files.redis(version);
        var home = ServerHome.open(directory);
        var server = new RedisServer(executable, home, home.port("port"), options);
        server.start();
        return server;
    }

    /** For clients that take one: {@code redis://127.0.0.1:port}. */
    public String uri() {
        return "redis://127.0.0.1:" + address().getPort();
    }

    @Override
    List<String> command() {
        return command;
    }

    /** While it reads its data after a start it answers with an error. */
    @Override
    boolean answers() throws IOException {
        try (var connection = RedisConnection.open(address())) {
            return connection.call("PING").equals("PONG");
        }
    }

    /**
     * It reads all its data first; on a machine that stands still, that has taken half a minute.
     */
    @Override
    Duration patience() {
        return Duration.ofMinutes(2);
    }
}
