package com.luckyfunatic.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.operation.LosingStorage;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineMetricsTest {
    private static final String MINER = "{\"cardId\":\"miner\"}";
    private static final Map<String, String> WITHOUT_JOBS = Map.of("FUNATIC_WORKERS", "false");

    @Test
    void commands_are_timed_by_type_and_durability_and_refusals_counted_once() {
        try (TestServer server = TestServer.start(WITHOUT_JOBS, TestCatalogs.full())) {
            TestPlayer player = TestPlayer.logIn(server, 1);
            player.postWithKey("/cards/buy-card", MINER, "k");
            player.postWithKey("/cards/buy-card", MINER, "k");
            player.tap(30);
            player.tap(1);
            player.send("/cards/buy-card", MINER);

            assertThat(scrape(server))
                    .contains(
                            "game_commands_seconds_count{command=\"Tap\",durability=\"soft\"} 2",
                            "game_commands_seconds_count{command=\"BuyCardLevel\",durability=\"hard\"}"
                                + " 3",
                            "game_commands_seconds_bucket{command=\"Tap\",durability=\"soft\",le=\"0.005\"}",
                            "game_refusals_total{code=\"insufficient_funds\",feature=\"card\"} 1");
        }
    }

    @Test
    void unknown_outcomes_are_counted_and_lost_races_are_not() {
        LosingStorage storage = new LosingStorage();
        try (TestServer server = TestServer.start(WITHOUT_JOBS, TestCatalogs.full(), storage)) {
            TestPlayer player = TestPlayer.logIn(server, 1);
            storage.loseNextAnswer(new StorageUnavailableException("gone"));
            player.post("/tap", "{\"taps\":1}");
            storage.loseNextAnswer(new StorageConflictException("too many"));
            player.post("/tap", "{\"taps\":1}");

            assertThat(scrape(server)).contains("game_outcomes_unknown_total{command=\"Tap\"} 1");
        }
    }

    @Test
    void a_store_sees_the_rules_behind_a_measured_command() {
        LosingStorage storage = new LosingStorage();
        try (TestServer server = TestServer.start(WITHOUT_JOBS, TestCatalogs.full(), storage)) {
            TestPlayer.logIn(server, 1).tap(1);

            assertThat(storage.lastRules()).isNotNull();
        }
    }

    @Test
    void transactions_of_the_embedded_store_are_timed_and_their_changes_counted() {
        try (TestServer server = TestServer.start(WITHOUT_JOBS)) {
            TestPlayer player = TestPlayer.logIn(server, 1);
            player.tap(1);

            assertThat(scrape(server))
                    .containsPattern(
                            "storage_embedded_commits_seconds_count\\{forced=\"false\"} [1-9]")
                    .containsPattern("storage_embedded_group_changes_count [1-9]")
                    .containsPattern("storage_embedded_queue_changes \\d")
                    .contains("storage_embedded_failures_changes_total 0");
        }
    }

    private static String scrape(TestServer server) {
        return server.bean(PrometheusMeterRegistry.class).scrape();
    }
}
