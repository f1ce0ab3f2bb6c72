package com.luckyfunatic.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LoadRunTest {
    private static final Arrival CLOSED = new Arrival.Closed();

    /** Where nothing listens. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @Test
    void each_player_taps_with_its_own_token_and_a_gapless_sequence() throws IOException {
        try (StubGame game = new StubGame(Duration.ZERO)) {
            LoadReport report = run(plan(game.url(), LoadScenario.TAP, CLOSED, 4), 10);

            assertThat(report.isClean()).isTrue();
            assertThat(report.total().statuses()).containsOnlyKeys(200);
            assertThat(game.sequences())
                    .hasSize(10)
                    .allSatisfy((token, sequence) -> assertThat(sequence).isPositive());
        }
    }

    @Test
    void a_closed_loop_reports_exactly_the_requests_that_the_server_answered() throws IOException {
        try (StubGame game = new StubGame(Duration.ZERO)) {
            LoadReport report = run(plan(game.url(), LoadScenario.GAME, CLOSED, 4), 4);

            assertThat(report.total().statuses())
                    .containsExactlyEntriesOf(Map.of(200, (long) game.reads()));
        }
    }

    @Test
    void an_open_loop_counts_the_wait_behind_a_stalled_answer() throws IOException {
        try (StubGame game = new StubGame(Duration.ofMillis(300))) {
            LoadReport report =
                    run(plan(game.url(), LoadScenario.HELLO_POST, new Arrival.Open(100), 1), 1);

            // The request meant for 10 k ms cannot be answered before 300 ms: the mean over 50 is
            // at least 93 ms.
            assertThat(report.total().statuses()).containsExactlyEntriesOf(Map.of(200, 50L));
            assertThat(report.notSent()).isZero();
            assertThat(report.total().latency().mean()).isGreaterThan(80);
            assertThat(report.total().serviceTime().mean())
                    .isLessThan(report.total().latency().mean());
        }
    }

    @Test
    void a_mixed_run_reports_each_kind_and_the_total() throws IOException {
        try (StubGame game = new StubGame(Duration.ZERO)) {
            LoadReport report =
                    run(plan(game.url(), LoadScenario.MIXED, new Arrival.Open(400), 2), 2);

            assertThat(report.byKind()).containsOnlyKeys("tap", "game", "login");
            assertThat(
                            report.byKind().values().stream()
                                    .mapToLong(RequestStatistics::requests)
                                    .sum())
                    .isEqualTo(report.total().requests())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_histogram_in_the_report_gives_its_percentiles_again() throws Exception {
        try (StubGame game = new StubGame(Duration.ZERO)) {
            RequestStatistics total =
                    run(plan(game.url(), LoadScenario.HELLO, CLOSED, 2), 2).total();

            ByteBuffer encoded = ByteBuffer.wrap(Base64.getDecoder().decode(total.histogram()));
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(encoded, 0);
            assertThat(histogram.getTotalCount()).isEqualTo(total.requests());
            assertThat(histogram.getValueAtPercentile(99) / 1e6).isEqualTo(total.latency().p99());
        }
    }

    @Test
    void a_server_that_cannot_be_reached_ends_the_logins_with_a_reason() {
        assertThatThrownBy(() -> PlayerLogin.loggedIn(NOBODY, 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Could not log the players in");
    }

    @Test
    void an_unreachable_yardstick_is_not_a_clean_run() {
        assertThat(run(plan(NOBODY, LoadScenario.HELLO, CLOSED, 1), 1).isClean()).isFalse();
    }

    @Test
    void a_connection_without_a_player_of_its_own_is_refused() {
        assertThatThrownBy(() -> run(plan(NOBODY, LoadScenario.HELLO, CLOSED, 2), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 connections");
    }

    private static LoadReport run(LoadPlan plan, int players) {
        return LoadRun.run(
                plan,
                plan.scenario().needsTokens()
                        ? PlayerLogin.loggedIn(plan.url(), players)
                        : PlayerLogin.anonymous(players),
                () -> 0);
    }

    private static LoadPlan plan(URI url, LoadScenario scenario, Arrival arrival, int connections) {
        return new LoadPlan(
                url,
                scenario,
                arrival,
                connections,
                1,
                Duration.ZERO,
                Duration.ofMillis(500),
                Duration.ofSeconds(10));
    }
}
