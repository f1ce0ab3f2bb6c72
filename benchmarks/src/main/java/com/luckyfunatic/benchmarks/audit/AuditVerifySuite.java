package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.benchmarks.embedded.StoreUnderTest;
import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast logs are sealed and held against their seals: the journal of the embedded store, and on
 * a MariaDB of its own the archive of changes and what operators did. The audit trail in Cassandra
 * is measured by {@link AuditSuite}.
 */
public final class AuditVerifySuite {
    private static final Path FILES =
            Path.of("dev-servers-files", "target", "servers", "servers.properties");
    private static final int PLAYERS = 1_000;
    private static final int CALLERS = 256;
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final RunOptions options;
    private final long changes;
    private final int actions;
    private final int rounds;

    /** A suite as long as the options say. */
    public AuditVerifySuite(RunOptions options) {
        this.options = options;
        changes = options.choose(1_000_000, 20_000);
        actions = options.choose(100_000, 2_000);
        rounds = options.choose(5, 1);
    }

    /** Fills the logs, seals them, checks them and writes the raw file. */
    public void run() throws IOException {
        RunDirectory directory = options.start("audit-verify");
        List<AuditVerifyResult.Log> logs = new ArrayList<>();
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            logs.add(onEmbedded(scratch.resolve("data")));
            try (MariaDbServer server =
                            MariaDbServer.start(
                                    ServerFiles.read(FILES, scratch.resolve("files")),
                                    scratch.resolve("mariadb"),
                                    List.of());
                    MySqlDatabase database =
                            MySqlDatabase.open(MySqlSettings.of(server.jdbcUrl("audit"), "", ""))) {
                logs.addAll(onMySql(database));
            }
        }
        logs.forEach(AuditVerifySuite::print);
        directory.write(RunDirectory.RESULT_FILE, new AuditVerifyResult(logs));
        System.out.println("raw results: " + directory);
    }

    private AuditVerifyResult.Log onEmbedded(Path data) {
        try (StoreUnderTest store = new StoreUnderTest(data, Forcing.EVERY_SECOND, PLAYERS)) {
            AuditLog journal = named(store.audit(), AuditVerifyResult.JOURNAL);
            store.logInAll(CALLERS);
            Callers callers = new Callers(CALLERS, PLAYERS);
            while (journal.countAfter(0) < changes) {
                callers.round(store::tap, ROUND);
            }
            return SealedLog.measure(
                    "embedded", store.audit(), journal, journal.countAfter(0), rounds);
        }
    }

    private List<AuditVerifyResult.Log> onMySql(MySqlDatabase database) {
        MySqlLogs filled = new MySqlLogs(database);
        long archived = filled.archive(changes);
        filled.act(actions);
        AuditStore audit = database.audit();
        return List.of(
                SealedLog.measure("MariaDB", audit, named(audit, "archive"), archived, rounds),
                SealedLog.measure(
                        "MariaDB", audit, named(audit, "operator-actions"), actions, rounds));
    }

    private static AuditLog named(AuditStore audit, String name) {
        return audit.logs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void print(AuditVerifyResult.Log log) {
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %d in %d rows, sealed %.0f/s, checked %.0f/s%n",
                log.store(),
                log.name(),
                log.contents(),
                log.rows(),
                log.sealedPerSecond(),
                Medians.of(log.checkedPerSecond()));
    }
}
