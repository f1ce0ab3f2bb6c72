package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.token.SigningKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ServerJobsTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_server_runs_jobs_unless_they_are_left_to_others(boolean workers) {
        try (GameServer server =
                GameServer.start(
                        Map.of("FUNATIC_WORKERS", Boolean.toString(workers)),
                        TestCatalogs.full())) {
            assertThat(server.http().bean(ServerJobs.class).isRunning()).isEqualTo(workers);
        }
    }

    @Test
    void without_a_platform_there_is_no_job_that_sends_transfers() {
        try (GameServer server = GameServer.start()) {
            ServerJobs jobs = server.http().bean(ServerJobs.class);

            assertThatThrownBy(() -> jobs.runNow("send-transfers"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("send-transfers");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void in_production_it_warns_of_an_audit_at_the_stores_mercy(boolean isKeptApart) {
        Map<String, String> production = new HashMap<>();
        production.put("FUNATIC_MODE", "prod");
        production.put("FUNATIC_JWT_KEYS", SigningKey.random("k1").encoded());
        production.put("FUNATIC_TELEGRAM_BOT_TOKENS", "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1");
        if (isKeptApart) {
            production.put("FUNATIC_AUDIT_ANCHOR", directory.resolve("heads").toString());
        }
        Logger logger = (Logger) LoggerFactory.getLogger(ServerJobs.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        logger.addAppender(told);
        logger.setLevel(Level.WARN);
        try (TestServer server = TestServer.start(production)) {
            assertThat(server.bean(ServerJobs.class).isRunning()).isTrue();
        } finally {
            logger.detachAppender(told);
            logger.setLevel(null);
        }

        assertThat(told.list).hasSize(isKeptApart ? 0 : 1);
        assertThat(told.list)
                .allSatisfy(line ->
                        assertThat(line.getFormattedMessage())
                                .contains("audit-key-file", "audit-anchor"));
    }

    @Test
    void how_jobs_went_is_told() {
        try (GameServer server = GameServer.start()) {
            ServerJobs jobs = server.http().bean(ServerJobs.class);
            jobs.runNow("run-raffles");

            Supplier<String> told = Objects.requireNonNull(jobs.told());

            assertThat(told.get()).contains("\"name\":\"run-raffles\"", "\"error\":null");
        }
    }

    @Test
    void scores_of_minigames_are_sent_to_their_boards_again() {
        try (GameServer server = GameServer.start()) {
            assertThat(server.http().bean(ServerJobs.class).runNow("resend-scores")).isTrue();
        }
    }
}
