package com.luckyfunatic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.ManagementServer;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.operations.job.JobRunsJson;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WorkerTest {
    @TempDir private Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine worker = Worker.commandLine();
        worker.setOut(new PrintWriter(out, true));
        worker.setErr(new PrintWriter(err, true));
        return worker.execute(arguments);
    }

    @Test
    void it_lists_every_job_with_what_it_does() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("settle-follow-ups ", "write-snapshots ", "referral");
    }

    @Test
    void help_names_the_commands_and_exit_codes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("list", "once", "run", "Exit codes:", "69");
    }

    @Test
    void the_version_is_that_of_the_jar() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("funatic worker (not built as a jar)");
    }

    @Test
    void without_a_command_it_says_what_it_can_do() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("What shall it do?")
                .contains("Usage: funatic worker", "Help: funatic worker --help")
                .doesNotContain("Exit codes:");
    }

    @Test
    void an_unknown_job_is_a_wrong_command_line() {
        assertThat(run("once", "dance")).isEqualTo(2);
        assertThat(err.toString()).contains("no job 'dance'", "settle-follow-ups");
    }

    @Test
    void an_unknown_job_among_those_to_run_is_a_wrong_command_line() {
        assertThat(run("run", "pay-prizes", "dance", "--storage=distributed")).isEqualTo(2);
        assertThat(err.toString()).contains("no job 'dance'", "settle-follow-ups");
    }

    /** What it warns of before it misses the databases, which nothing here names. */
    private String warned(String... arguments) {
        err.getBuffer().setLength(0);
        List<String> words =
                Stream.concat(
                                Stream.of("run", "--storage=distributed", "--metrics-port=-1"),
                                Stream.of(arguments))
                        .toList();
        assertThat(run(words.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains("mysql-url");
        return err.toString();
    }

    @Test
    void in_production_it_warns_of_an_audit_at_the_stores_mercy() throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("server.yaml"),
                        "mode: prod\naudit-anchor: " + directory.resolve("heads") + "\n");
        String warning = AuditSealing.PLAIN.warningOfSealing(true).orElseThrow();

        assertThat(warned("--mode=prod").lines()).contains(warning);
        assertThat(warned("--mode=prod", "seal-audit").lines()).contains(warning);
        assertThat(warned("--mode=prod", "pay-prizes")).doesNotContain("audit");
        assertThat(warned("--mode=dev")).doesNotContain("audit");
        assertThat(warned("--config=" + file)).doesNotContain("audit");
    }

    @Test
    void a_single_round_that_seals_warns_as_well() {
        EmbeddedStorage.open(directory).close();
        String warning = AuditSealing.PLAIN.warningOfSealing(true).orElseThrow();

        assertThat(run("once", "seal-audit", "--mode=prod", "--data-dir=" + directory)).isZero();
        assertThat(err.toString().lines()).contains(warning);
        err.getBuffer().setLength(0);
        assertThat(run("once", "run-raffles", "--mode=prod", "--data-dir=" + directory)).isZero();
        assertThat(err.toString()).doesNotContain("audit");
    }

    @Test
    void the_list_says_how_long_each_job_pauses() {
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .containsPattern("pay-prizes +5 min +Writes")
                .containsPattern("run-raffles +5 s +Opens")
                .containsPattern("drain-journals +always +Takes.*distributed storage");
    }

    /** Runs {@code status} against a management port that tells {@code jobs}. */
    private int status(String jobs, String... more) throws IOException {
        try (ManagementServer server =
                ManagementServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        () -> jobs)) {
            String url = "http://127.0.0.1:" + server.address().getPort() + "/";
            List<String> words =
                    Stream.concat(Stream.of("status", "--management-url", url), Stream.of(more))
                            .toList();
            return run(words.toArray(String[]::new));
        }
    }

    @Test
    void the_status_of_a_server_with_embedded_storage_is_asked_for_at_its_management_port()
            throws IOException {
        long now = System.currentTimeMillis();
        String jobs =
                JobRunsJson.write(
                        List.of(
                                new JobRun(
                                        "pay-prizes",
                                        "server 17 x",
                                        0,
                                        now - 7_500_000,
                                        90_000,
                                        12,
                                        "store\n away",
                                        now - 3_700_000),
                                new JobRun(
                                        "send-transfers",
                                        "server 17 x",
                                        0,
                                        now,
                                        4,
                                        0,
                                        null,
                                        now + 200_000)));

        assertThat(status(jobs)).isZero();

        assertThat(out.toString())
                .containsPattern("pay-prizes +server 17 +2 h ago +1 min +12 +due +1 h")
                .contains("    failed: store away")
                .containsPattern("send-transfers +server 17 +\\d+ m?s ago +4 ms +0 in 3 min +0 ms")
                .containsPattern("run-raffles +nobody +- +- +- +- +-")
                .doesNotContain("drain-journals");
    }

    @Test
    void the_status_is_told_to_programs_too() throws Exception {
        String jobs =
                JobRunsJson.write(
                        List.of(
                                new JobRun(
                                        "run-raffles",
                                        "server 17 x",
                                        0,
                                        1_000,
                                        2,
                                        3,
                                        null,
                                        6_002)));

        assertThat(status(jobs, "--json")).isZero();

        JsonNode told = new ObjectMapper().readTree(out.toString()).get("jobs");
        JsonNode raffles = told.get(2);
        assertThat(raffles.get("name").textValue()).isEqualTo("run-raffles");
        assertThat(raffles.at("/owners/0/owner").textValue()).isEqualTo("server 17 x");
        assertThat(raffles.at("/lastRun/beganAt").textValue()).isEqualTo("1970-01-01T00:00:01Z");
        assertThat(raffles.at("/lastRun/done").intValue()).isEqualTo(3);
        assertThat(raffles.get("lagMillis").longValue()).isPositive();
        assertThat(told.get(0).get("lastRun").isNull()).isTrue();
    }

    @Test
    void without_a_server_that_tells_there_is_no_status() throws IOException {
        assertThat(status("<html>")).isEqualTo(69);
        assertThat(err.toString()).contains("No server tells of its jobs at http://127.0.0.1:");
        assertThat(run("status", "--management-url", "http://127.0.0.1:1")).isEqualTo(69);
        assertThat(run("status", "--management-url", "not an address")).isEqualTo(2);
        Path config = Files.writeString(directory.resolve("server.yaml"), "management-port: 1\n");
        assertThat(run("status", "--config=" + config)).isEqualTo(69);
        assertThat(err.toString()).contains("http://127.0.0.1:1/jobs");
    }

    @Test
    void a_pause_that_is_none_is_a_wrong_configuration() throws IOException {
        for (String pause : List.of("long", "0s", "2h")) {
            Path config =
                    Files.writeString(
                            directory.resolve("server.yaml"),
                            "storage: distributed\nprize-run-pause: " + pause + "\n");

            assertThat(run("run", "--config=" + config)).as(pause).isEqualTo(2);
        }
        assertThat(err.toString()).contains("prize-run-pause is wrong");
    }

    @Test
    void a_directory_without_a_game_is_said_to_be_one_and_stays_empty() {
        assertThat(run("once", "write-snapshots", "--data-dir", directory.toString()))
                .isEqualTo(69);
        assertThat(err.toString()).contains("no game in " + directory);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void distributed_storage_without_addresses_is_a_wrong_command_line(@TempDir Path other)
            throws IOException {
        Path config = Files.writeString(other.resolve("server.yaml"), "storage: distributed");

        assertThat(run("run", "--metrics-port=0", "--config=" + config)).isEqualTo(2);
        assertThat(run("once", "drain-journals", "--config=" + config)).isEqualTo(2);
        assertThat(err.toString()).contains("Distributed storage needs redis-url");
    }

    @Test
    void a_taken_port_is_told_before_any_database_is_asked_for() throws IOException {
        Path config =
                Files.writeString(
                        directory.resolve("server.yaml"),
                        """
                        storage: distributed
                        redis-url: redis://127.0.0.1:1
                        mysql-url: jdbc:mysql://127.0.0.1:1/funatic
                        scylla-contact-points: 127.0.0.1:1
                        """);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "--metrics-port=" + taken.getLocalPort();

            assertThat(run("run", port, "--metrics-host=127.0.0.1", "--config=" + config))
                    .isEqualTo(69);
        }
        assertThat(err.toString())
                .contains("cannot serve metrics at 127.0.0.1:", "--metrics-port=-1");
    }

    @Test
    void a_job_of_the_distributed_storage_says_so() {
        assertThat(run("once", "drain-journals", "--data-dir", directory.toString())).isEqualTo(69);
        assertThat(err.toString()).contains("drain-journals is for distributed storage");
    }

    @Test
    void running_for_long_is_left_to_the_server_of_the_embedded_storage() {
        assertThat(run("run")).isEqualTo(69);
        assertThat(err.toString()).contains("./funatic serve");
    }

    @Test
    void a_directory_that_a_server_uses_is_refused() {
        try (EmbeddedStorage _ = EmbeddedStorage.open(directory)) {
            assertThat(run("once", "write-snapshots", "--data-dir", directory.toString()))
                    .isEqualTo(69);
        }
        assertThat(err.toString()).contains("in use");
    }

    @Test
    void the_content_is_the_one_that_the_server_was_given() throws IOException {
        Path catalog = catalogWithReferralReward(7_777);
        Path data = directory.resolve("data");

        PlayerId byFlag = referrerWhoIsOwedAReward(data);
        assertThat(run("once", "settle-follow-ups", "--data-dir=" + data, "--catalog=" + catalog))
                .isZero();
        assertThat(funz(data, byFlag)).isEqualTo(7_777);
    }

    @Test
    void settings_that_no_flag_gives_come_from_the_servers_configuration_file() throws IOException {
        Path catalog = catalogWithReferralReward(7_777);
        Path config = directory.resolve("server.yaml");
        Path data = directory.resolve("data");
        Files.writeString(
                config, "http-port: 8080\ndata-dir: " + data + "\ncatalog: " + catalog + "\n");

        PlayerId referrer = referrerWhoIsOwedAReward(data);
        assertThat(run("once", "settle-follow-ups", "--config=" + config)).isZero();
        assertThat(funz(data, referrer)).isEqualTo(7_777);
    }

    @Test
    void a_catalog_or_configuration_that_cannot_be_read_is_a_wrong_command_line()
            throws IOException {
        Path data = directory.resolve("data");
        referrerWhoIsOwedAReward(data);
        Path broken = directory.resolve("broken.yaml");
        Files.writeString(broken, "a: [");

        assertThat(run("once", "settle-follow-ups", "--data-dir=" + data, "--catalog=/none"))
                .isEqualTo(2);
        assertThat(run("once", "settle-follow-ups", "--data-dir=" + data, "--catalog=" + broken))
                .isEqualTo(2);
        assertThat(run("once", "settle-follow-ups", "--config=" + broken)).isEqualTo(2);
        assertThat(err.toString())
                .contains("catalog file /none cannot be read", "configuration file " + broken);
    }

    @Test
    void a_configuration_that_says_nothing_of_the_game_leaves_the_usual_values()
            throws IOException {
        PlayerId referrer = referrerWhoIsOwedAReward(directory);
        for (String text : List.of("", "- a list\n", "http-port: 8080\n", "catalog:\n")) {
            Path config = Files.writeString(directory.resolve("server.yaml"), text);

            assertThat(
                            run(
                                    "once",
                                    "settle-follow-ups",
                                    "--data-dir= " + directory + " ",
                                    "--catalog= ",
                                    "--config=" + config))
                    .as(text)
                    .isZero();
        }
        assertThat(funz(directory, referrer)).isEqualTo(5_000);
    }

    @Test
    void without_any_word_the_game_is_looked_for_in_the_usual_directory() {
        // Blank settings count as none, as they do for the server.
        assertThat(run("once", "write-snapshots", "--data-dir=", "--config=")).isEqualTo(69);
        assertThat(err.toString()).contains("no game in " + Path.of("data").toAbsolutePath());
    }

    @Test
    void a_missing_configuration_file_is_a_wrong_command_line() {
        assertThat(run("once", "settle-follow-ups", "--config=/none.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("configuration file /none.yaml cannot be read");
    }

    /** The standard content with another reward for a friend. */
    private Path catalogWithReferralReward(long funz) throws IOException {
        String text;
        try (InputStream standard =
                Objects.requireNonNull(
                        CatalogLoader.class.getResourceAsStream("/catalog/default-catalog.yaml"))) {
            text = new String(standard.readAllBytes(), StandardCharsets.UTF_8);
        }
        String changed = text.replace(" rewardFunz: 5000", " rewardFunz: " + funz);
        assertThat(changed).isNotEqualTo(text);
        return Files.writeString(directory.resolve("catalog.yaml"), changed);
    }

    private static long funz(Path data, PlayerId player) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(data)) {
            return storage.players().find(player).orElseThrow().wallet().funz();
        }
    }

    private static PlayerId referrerWhoIsOwedAReward(Path data) {
        SettableClock clock = new SettableClock();
        try (EmbeddedStorage storage = EmbeddedStorage.open(data)) {
            GameEngine engine =
                    GameEngine.builder(storage)
                            .clock(clock)
                            .build(Catalog.of(CatalogLoader.standard()));
            PlayerId ann = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
            PlayerId bob = engine.logIn(TelegramAccount.of(2, "Bob"), "1").profile().id();
            engine.execute(bob, new Tap(50));
            clock.advance(Duration.ofSeconds(10));
            return ann;
        }
    }

    @Test
    void settling_follow_ups_pays_the_referrer() {
        PlayerId ann = referrerWhoIsOwedAReward(directory);

        assertThat(run("once", "settle-follow-ups", "--data-dir", directory.toString())).isZero();

        assertThat(out.toString()).contains("2 done");
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            var state = storage.players().find(ann).orElseThrow();
            assertThat(state.referral().friends()).isEqualTo(1);
            assertThat(state.wallet().funz()).isEqualTo(5_000);
        }
        assertThat(run("once", "settle-follow-ups", "--data-dir", directory.toString())).isZero();
        assertThat(out.toString()).contains("0 done");
    }

    @Test
    void settling_stock_gives_back_what_a_crash_left_held() {
        StockId stock = new StockId("hats");
        PlayerId player = referrerWhoIsOwedAReward(directory);
        AdjustBalance pay = new AdjustBalance(Currency.FUNZ, -1, "hat");
        Reservation crashed = new Reservation(player, new OperationId("buy"), stock, 2, pay, 1_000);
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.stock().reserve(crashed, 10);
        }

        assertThat(run("once", "settle-stock", "--data-dir", directory.toString())).isZero();

        assertThat(out.toString()).contains("settle-stock: finished, 1 done");
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            assertThat(storage.stock().level(stock)).isEqualTo(StockLevel.UNTOUCHED);
            assertThat(storage.stock().find(player, crashed.operationId()))
                    .contains(crashed.in(ReservationStep.RELEASED));
        }
    }

    @Test
    void prizes_of_a_tournament_that_is_over_are_paid_once() {
        PlayerId player = referrerWhoIsOwedAReward(directory);
        TournamentDefinition cup = TestTournaments.between(1_000, 2_000).fee(100).done();
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.tournaments().create(cup);
            storage.tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED);
            OperationId name = new OperationId("enter");
            storage.tournaments().hold(TournamentEntry.wanted(cup, player, name, 1_000, 2_000));
            storage.tournaments().confirm(player, name);
        }

        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            OperationId name = new OperationId("run");
            storage.minigameRuns()
                    .start(
                            new MinigameRun(
                                    5,
                                    player,
                                    name,
                                    cup.minigame(),
                                    cup.id(),
                                    1_500,
                                    1_600,
                                    1,
                                    2,
                                    null),
                            1);
            storage.minigameRuns().score(5, new RunScore(7, 1_500, null, 6, null));
        }

        assertThat(run("once", "pay-prizes", "--data-dir", directory.toString())).isZero();
        assertThat(run("once", "pay-prizes", "--data-dir", directory.toString())).isZero();
        assertThat(out.toString())
                .contains("pay-prizes: finished, 1 done", "pay-prizes: finished, 0 done");
        assertThat(funz(directory, player)).isEqualTo(50);
    }

    @Test
    void popups_are_raised_once_in_three_hours() {
        var _ = referrerWhoIsOwedAReward(directory);

        assertThat(run("once", "raise-popups", "--data-dir", directory.toString())).isZero();
        assertThat(out.toString()).contains("raise-popups: finished, 1 done");
        assertThat(run("once", "raise-popups", "--data-dir", directory.toString())).isZero();
        assertThat(out.toString()).contains("raise-popups: finished, 0 done");
    }

    @Test
    void a_job_removes_no_history_that_the_server_was_told_to_keep() throws SQLException {
        PlayerId ann = referrerWhoIsOwedAReward(directory);
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = connection.createStatement()) {
            long longAgo = System.currentTimeMillis() - Duration.ofDays(3_000).toMillis();
            statement.execute(
                    "INSERT INTO journal_mark (at_millis, position)"
                            + " SELECT %d, max(position) FROM state_change".formatted(longAgo));
        }

        assertThat(run("once", "write-snapshots", "--data-dir", directory.toString())).isZero();

        try (EmbeddedStorage storage =
                EmbeddedStorage.open(
                        EmbeddedSettings.in(directory).withJournalKept(Duration.ZERO))) {
            var history = storage.players().history(ann, Long.MAX_VALUE, 100).items();
            assertThat(history).isNotEmpty();
            assertThat(history.getLast().sequence()).isEqualTo(1);
        }
    }
}
