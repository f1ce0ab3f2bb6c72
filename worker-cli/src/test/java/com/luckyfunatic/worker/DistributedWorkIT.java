package com.luckyfunatic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.AuditTrail;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import com.luckyfunatic.storage.verify.ConservationCheck;
import com.luckyfunatic.storage.verify.Mismatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Workers on real databases, some as processes of their own, of which one is killed. */
@WithOwnServers
@WithMySql
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class DistributedWorkIT {
    private static final int TERMINATED = 143;
    private static final int DRAIN_SHARES = 8;
    private static final int UNKNOWN = -1;
    private static final System.Logger LOG = System.getLogger(DistributedWorkIT.class.getName());
    private static final String DRAIN = "drain-journals:%";
    private static final String FOLLOW_UPS = "settle-follow-ups:0";

    private final OwnServers servers;
    private final RedisServer redis;
    private final MySqlAddress mySql;
    private final CassandraAddress cassandra;
    private final DistributedStorage storage;
    private final GameEngine engine;
    private final ScyllaDatabase audit;
    @TempDir private Path directory;
    private long accounts;

    DistributedWorkIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        this.servers = servers;
        redis = servers.redis(RedisVersion.NEWEST);
        this.mySql = mySql;
        this.cassandra = cassandra;
        ScyllaSettings scylla =
                ScyllaSettings.at(
                                List.of(cassandra.contactPoint()),
                                cassandra.dataCenter(),
                                cassandra.keyspace())
                        .creatingKeyspace(1);
        storage =
                DistributedStorage.open(
                        DistributedSettings.of(
                                RedisSettings.single(redis.uri()),
                                MySqlSettings.of(mySql.jdbcUrl(), "", ""),
                                scylla),
                        InstantSource.system());
        audit = ScyllaDatabase.open(scylla);
        engine = GameEngine.on(storage, TestCatalogs.full());
    }

    @AfterAll
    void close() {
        audit.close();
        storage.close();
    }

    private Map<String, String> settings() {
        return Map.of(
                "FUNATIC_STORAGE", "distributed",
                "FUNATIC_REDIS_URL", redis.uri(),
                "FUNATIC_MYSQL_URL", mySql.jdbcUrl(),
                "FUNATIC_SCYLLA_CONTACT_POINTS",
                        cassandra.contactPoint().getHostString()
                                + ":"
                                + cassandra.contactPoint().getPort(),
                "FUNATIC_SCYLLA_DATACENTER", cassandra.dataCenter(),
                "FUNATIC_SCYLLA_KEYSPACE", cassandra.keyspace());
    }

    /** Players in many partitions, with a hard change each. */
    private List<PlayerId> play(int players) {
        List<PlayerId> played = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            PlayerId player =
                    engine.logIn(TelegramAccount.of(++accounts, "Ann"), null).profile().id();
            engine.execute(player, new Tap(1));
            engine.execute(
                    player, new OperationId("buy"), new AdjustBalance(Currency.JOKERS, 2, "test"));
            engine.execute(player, new Tap(1));
            played.add(player);
        }
        return played;
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /**
     * How many leases like {@code name} are held by the process {@code pid}; {@link #UNKNOWN} when
     * a busy database does not say in time, so that it is asked again.
     */
    private int leases(String name, long pid) {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                PreparedStatement count =
                        connection.prepareStatement(
                                """
                                SELECT count(*) FROM job_lease
                                WHERE name LIKE ? AND owner LIKE ?
                                    AND expires_at > UNIX_TIMESTAMP(NOW(3)) * 1000
                                """)) {
            count.setString(1, name);
            count.setString(2, "worker " + pid + " %");
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.INFO, "the leases are asked for again", e);
            return UNKNOWN;
        }
    }

    /** Whether the audit has exactly every change of {@code players}. */
    private boolean isAudited(List<PlayerId> players) {
        AuditTrail trail = audit.audit();
        return players.stream()
                .allMatch(player -> {
                    long rows =
                            trail.days(player).stream()
                                    .mapToLong(day -> trail.changesOn(player, day))
                                    .sum();
                    return rows == storage.players().find(player).orElseThrow().sequence();
                });
    }

    private List<Mismatch> mismatches() {
        List<Mismatch> found = new ArrayList<>();
        var _ = ConservationCheck.of(storage.books()).run((_, _) -> {}, found::add);
        return found;
    }

    @Test
    void workers_share_the_partitions_and_one_takes_over_when_the_other_is_killed()
            throws Exception {
        try (WorkerProcess first = WorkerProcess.start(settings());
                WorkerProcess second = WorkerProcess.start(settings())) {
            await(() ->
                    leases(DRAIN, first.pid()) == DRAIN_SHARES / 2
                            && leases(DRAIN, second.pid()) == DRAIN_SHARES / 2);
            List<PlayerId> players = play(40);
            await(() -> isAudited(players));

            first.kill();
            long killed = System.nanoTime();
            players.addAll(play(40));
            await(() -> leases(DRAIN, second.pid()) == DRAIN_SHARES);
            System.out.printf(
                    "taken over after %d ms%n",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
            await(() -> isAudited(players));

            assertThat(mismatches()).isEmpty();
            String metrics = metrics(second);
            assertThat(metrics)
                    .containsPattern(
                            "storage_journal_drained_changes_total\\{sink=\"archive\"} [1-9]")
                    .contains("storage_journal_lag_seconds{sink=\"audit\"}")
                    .contains("storage_journal_quarantined_total 0.0")
                    .contains("storage_jobs_leases{job=\"drain-journals\"} 8.0");
            assertThat(read(second, "/healthz")).isEqualTo("{\"status\":\"up\"}");

            assertThat(second.stop()).isEqualTo(TERMINATED);
            assertThat(second.lines()).contains("stopping: finishing what is under way", "stopped");
            assertThat(leases("%", second.pid())).isZero();
        }
    }

    @Test
    void when_the_one_that_does_a_job_of_the_engine_is_killed_another_goes_on_within_15_seconds()
            throws Exception {
        try (WorkerProcess first = WorkerProcess.start(settings(), "settle-follow-ups")) {
            await(() -> leases(FOLLOW_UPS, first.pid()) == 1);
            try (WorkerProcess second = WorkerProcess.start(settings())) {
                await(() -> leases("run-raffles:0", second.pid()) == 1);
                assertThat(leases(FOLLOW_UPS, second.pid())).isZero();
                assertThat(leases("%", first.pid())).isOne();
                long ann = ++accounts;
                PlayerId referrer =
                        engine.logIn(TelegramAccount.of(ann, "Ann"), null).profile().id();
                bring(ann);
                await(() -> friends(referrer) == 1);

                StringWriter out = new StringWriter();
                assertThat(run(out, new StringWriter(), "status")).isZero();
                assertThat(out.toString())
                        .containsPattern("settle-follow-ups +worker " + first.pid() + " +[0-9]")
                        .containsPattern("run-raffles +worker " + second.pid() + " +[0-9]")
                        .containsPattern("drain-journals +worker " + second.pid() + " +- .*[0-9]");

                first.kill();
                long killed = System.nanoTime();
                bring(ann);
                await(() -> friends(referrer) == 2);
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed);

                System.out.printf("the engine's job was taken over after %d ms%n", millis);
                assertThat(millis).isLessThan(15_000);
                assertThat(leases(FOLLOW_UPS, second.pid())).isOne();
                assertThat(second.stop()).isEqualTo(TERMINATED);
                assertThat(leases("%", second.pid())).isZero();
            }
        }
        assertThat(mismatches()).isEmpty();
    }

    /** Somebody joins on the invitation of {@code referrer}: a follow-up. */
    private void bring(long referrer) {
        engine.logIn(TelegramAccount.of(++accounts, "Bob"), Long.toString(referrer));
    }

    private int friends(PlayerId player) {
        return storage.players().find(player).orElseThrow().referral().friends();
    }

    private int run(StringWriter out, StringWriter err, String... words) throws IOException {
        return run(settings(), out, err, words);
    }

    private int run(
            Map<String, String> settings, StringWriter out, StringWriter err, String... words)
            throws IOException {
        StringBuilder config = new StringBuilder();
        settings.forEach((name, value) ->
                config.append(
                        name.substring("FUNATIC_".length())
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')
                                + ": \""
                                + value
                                + "\"\n"));
        config.append("database-wait: 0s\n");
        Path file = Files.writeString(directory.resolve("server.yaml"), config);
        CommandLine worker = Worker.commandLine();
        worker.setOut(new PrintWriter(out, true));
        worker.setErr(new PrintWriter(err, true));
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--config";
        all[words.length + 1] = file.toString();
        return worker.execute(all);
    }

    @Test
    void every_job_can_be_run_once() throws IOException {
        List<PlayerId> players = play(3);
        for (String job : Jobs.names()) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();

            assertThat(run(out, err, "once", job)).as("%s: %s", job, err).isZero();

            assertThat(out.toString()).contains(job + ": finished, ");
        }
        assertThat(isAudited(players)).isTrue();
    }

    @Test
    void it_says_that_a_database_is_away() throws IOException {
        redis.stop();
        try {
            StringWriter err = new StringWriter();
            assertThat(run(new StringWriter(), err, "run", "--metrics-port", "-1")).isEqualTo(69);
            assertThat(run(new StringWriter(), err, "once", "drain-journals")).isEqualTo(69);
            assertThat(err.toString()).isNotBlank();
        } finally {
            redis.restart();
        }
    }

    @Test
    void in_production_it_refuses_databases_that_may_lose_what_they_were_given()
            throws IOException {
        Map<String, String> unsafe = new HashMap<>(settings());
        unsafe.put(
                "FUNATIC_REDIS_URL",
                servers.redis(RedisVersion.NEWEST, "--maxmemory-policy", "allkeys-lru").uri());
        unsafe.put("FUNATIC_MYSQL_URL", servers.mariaDb().jdbcUrl("unsafe"));
        StringWriter err = new StringWriter();

        int code = run(unsafe, new StringWriter(), err, "run", "--mode", "prod");

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString())
                .contains("mode=prod refuses this database: redis: maxmemory-policy is");
    }

    @Test
    void a_worker_that_comes_first_waits_and_can_be_stopped_meanwhile() throws Exception {
        redis.stop();
        try (WorkerProcess first = WorkerProcess.start(settings());
                WorkerProcess second = WorkerProcess.start(settings())) {
            first.await(line -> line.contains("waiting for the databases"));
            second.await(line -> line.contains("waiting for the databases"));

            assertThat(first.stop()).isEqualTo(TERMINATED);
            assertThat(first.lines()).noneMatch(line -> line.startsWith("working as "));

            redis.restart();
            second.await(line -> line.startsWith("working as "));
            assertThat(second.stop()).isEqualTo(TERMINATED);
        } finally {
            if (!redis.isRunning()) {
                redis.restart();
            }
        }
    }

    private static String metrics(WorkerProcess worker) throws IOException {
        return read(worker, "/metrics");
    }

    private static String read(WorkerProcess worker, String path) throws IOException {
        String line = worker.await(each -> each.startsWith("metrics at port "));
        String port = line.substring(line.lastIndexOf(' ') + 1);
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        try (InputStream body = uri.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
