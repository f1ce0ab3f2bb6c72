package com.luckyfunatic.benchmarks.mysql;

import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.run.Subject;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.storage.mysql.HardResult;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Hard changes of 64 callers by group commit, beside one commit for each, in turn. */
public final class MySqlSuite {
    private static final Path FILES =
            Path.of("dev-servers-files", "target", "servers", "servers.properties");

    /** As a server for production would have it, not as one for tests. */
    private static final List<String> OWN_SERVER =
            List.of("--innodb-buffer-pool-size=2G", "--innodb-log-file-size=1G");

    private static final int CALLERS = 64;
    private static final int PLAYERS = 10_000;

    /** What decides how much a commit costs. */
    private static final Set<String> SETTINGS =
            Set.of(
                    "innodb_flush_log_at_trx_commit",
                    "innodb_flush_method",
                    "innodb_doublewrite",
                    "innodb_log_file_size",
                    "innodb_redo_log_capacity",
                    "innodb_buffer_pool_size",
                    "log_bin",
                    "sync_binlog",
                    "binlog_format",
                    "binlog_row_image");

    private final RunOptions options;
    private final String url;
    private final Duration warmup;
    private final Duration round;
    private final int rounds;

    /**
     * A suite as long as the options say.
     *
     * @param url the JDBC address of an empty database, with user and password
     */
    public MySqlSuite(RunOptions options, String url) {
        this.options = options;
        this.url = url;
        warmup = Duration.ofMillis(options.choose(8_000, 300));
        round = Duration.ofMillis(options.choose(5_000, 300));
        rounds = options.choose(5, 1);
    }

    /** Runs everything on a MariaDB that is started for it. */
    public static void runOnOwnServer(RunOptions options) throws IOException, SQLException {
        try (ScratchDirectory scratch = ScratchDirectory.create();
                MariaDbServer server =
                        MariaDbServer.start(
                                ServerFiles.read(FILES, scratch.resolve("files")),
                                scratch.resolve("mariadb"),
                                OWN_SERVER)) {
            new MySqlSuite(options, server.jdbcUrl("hard")).run();
        }
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException, SQLException {
        RunDirectory directory = options.start("mysql");
        int players = options.choose(PLAYERS, 1_000);
        MySqlSettings settings = MySqlSettings.of(url, "", "");
        try (MySqlDatabase database = MySqlDatabase.open(settings);
                OneCommitEach each = new OneCommitEach(url, settings.poolSize())) {
            HardChanges changes = new HardChanges(database.greatestId());
            long[] epochs =
                    IntStream.range(0, players)
                            .mapToLong(
                                    i -> database.snapshots().load(HardChanges.player(i)).epoch())
                            .toArray();
            Subject group =
                    player ->
                            require(database.ledger().commit(changes.next(player, epochs[player])));
            Subject single = player -> each.commit(changes.next(player, epochs[player]));
            MySqlResult result =
                    new MySqlResult(
                            version(),
                            serverSettings(),
                            CALLERS,
                            settings.poolSize(),
                            new ArrayList<>(),
                            new ArrayList<>());
            alternate(result, group, single, new Callers(CALLERS, players));
            directory.write(RunDirectory.RESULT_FILE, result);
            print(result);
        }
        System.out.println("raw results: " + directory);
    }

    private static void require(HardResult result) {
        if (!(result instanceof HardResult.Committed)) {
            throw new IllegalStateException("not committed: " + result);
        }
    }

    private void alternate(MySqlResult result, Subject group, Subject single, Callers callers) {
        callers.round(single, warmup);
        callers.round(group, warmup);
        for (int i = 0; i < rounds; i++) {
            result.oneCommitEach().add(callers.round(single, round));
            result.groupCommit().add(callers.round(group, round));
        }
    }

    private String version() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private Map<String, String> serverSettings() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement show = connection.prepareStatement("SHOW GLOBAL VARIABLES");
                ResultSet row = show.executeQuery()) {
            while (row.next()) {
                if (SETTINGS.contains(row.getString(1))) {
                    found.put(row.getString(1), row.getString(2));
                }
            }
        }
        return found;
    }

    private static void print(MySqlResult result) {
        print("group commit", result.groupCommit());
        print("one commit each", result.oneCommitEach());
        System.out.printf(Locale.ROOT, "%s: %.1f times%n", result.server(), result.ratio());
    }

    private static void print(String name, List<Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %6.0f/s, %5.1f CPU µs, p50 %6.0f µs, p99 %6.0f µs%n",
                name,
                Medians.of(rounds, Round::perSecond),
                Medians.of(rounds, Round::cpuMicros),
                Medians.of(rounds, each -> each.latency().p50()),
                Medians.of(rounds, each -> each.latency().p99()));
    }
}
