package com.luckyfunatic.devservers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A MariaDB server, which speaks MySQL's protocol and most of its SQL. Its user {@code root} has no
 * password and may do everything; a commit is forced to disk before it is answered.
 */
public final class MariaDbServer extends DevServer {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int HANDSHAKE = 10;

    private final List<String> command;

    private MariaDbServer(MariaDbData data, ServerHome home, int port, List<String> options) {
        super("MariaDB", home, port);
        var all = new ArrayList<>(data.commandBase());
        // 11.4 would make itself a certificate at every start, which takes seconds.
        Collections.addAll(all, "--skip-ssl", "--bind-address=127.0.0.1", "--port=" + port);
        // Relative to the data: the path of a socket may not be longer than about 100 bytes.
        Collections.addAll(all, "--socket=socket", "--pid-file=pid", "--skip-name-resolve");
        Collections.addAll(all, "--character-set-server=utf8mb4", "--default-time-zone=+00:00");
        Collections.addAll(all, "--performance-schema=OFF", "--innodb-buffer-pool-size=64M");
        all.addAll(options);
        command = List.copyOf(all);
    }

    /**
     * Starts one; the first time, its system tables are made.
     *
     * @param options MariaDB settings as on its command line, such as {@code
     *     "--innodb-flush-log-at-trx-commit=2"}; they win over ours
     */
    public static MariaDbServer start(ServerFiles files, Path directory, List<String> options) {
        var base = files.mariaDb();
        var home = ServerHome.open(directory);
        try {
            var data = new MariaDbData(base, home.directory());
            data.createIfMissing();
            var server = new MariaDbServer(data, home, home.port("port"), options);
            server.start();
            return server;
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** For MariaDB's JDBC driver, which creates the database if it does not exist. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:"
                + address().getPort()
                + "/"
                + database
                + "?user=root&sslMode=disable&createDatabaseIfNotExist=true";
    }

    @Override
    List<String> command() {
        return command;
    }

    /** The server speaks first: three bytes of length, a number, the version of the protocol. */
    @Override
    boolean answers() throws IOException {
        try (var socket = Sockets.connect(address(), TIMEOUT_MILLIS)) {
            var greeting = socket.getInputStream().readNBytes(5);
            return greeting.length == 5 && greeting[4] == HANDSHAKE;
        }
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(60);
    }
}
