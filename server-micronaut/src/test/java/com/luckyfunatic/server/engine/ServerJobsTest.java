package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerJobsTest {
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
