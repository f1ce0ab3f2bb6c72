package com.luckyfunatic.server.health;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    /** A check that a test decides about. */
    private record Check(String name, Throws body) implements ReadinessCheck {
        @Override
        public void check() throws Exception {
            body.run();
        }
    }

    private interface Throws {
        void run() throws Exception;
    }

    @Test
    void a_server_whose_stores_answer_is_ready() {
        try (TestServer server = TestServer.start(Map.of(), new Check("redis", () -> {}))) {
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(server.get("/readyz").body()).isEqualTo("{\"status\":\"ready\"}");
            assertThat(server.get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");
        }
    }

    @Test
    void the_backend_that_is_away_is_named_without_detail() {
        Check redis =
                new Check(
                        "redis",
                        () -> {
                            throw new IllegalStateException("refused by 10.1.2.3");
                        });
        try (TestServer server = TestServer.start(Map.of(), redis)) {
            HttpResponse<String> response = server.get("/readyz");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(code(response)).isEqualTo("not_ready");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(json(response).at("/checks/redis/status").textValue()).isEqualTo("away");
            String since = json(response).at("/checks/redis/since").textValue();
            assertThat(Instant.parse(since)).isBeforeOrEqualTo(Instant.now());
            assertThat(json(server.get("/readyz")).at("/checks/redis/since").textValue())
                    .as("it stays away since then")
                    .isEqualTo(since);
            assertThat(response.body()).doesNotContain("10.1.2.3");
            assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_backend_that_does_not_answer_in_time_counts_as_away() {
        Check hanging = new Check("mysql", () -> new CountDownLatch(1).await());
        try (TestServer server = TestServer.start(Map.of(), hanging)) {
            assertThat(json(server.get("/readyz")).at("/checks/mysql/status").textValue())
                    .isEqualTo("no answer within 2 s");
        }
    }

    @Test
    void without_something_that_is_not_essential_requests_are_still_welcome() {
        AtomicBoolean away = new AtomicBoolean(true);
        ReadinessCheck audit =
                new ReadinessCheck() {
                    @Override
                    public String name() {
                        return "audit";
                    }

                    @Override
                    public boolean essential() {
                        return false;
                    }

                    @Override
                    public void check() {
                        if (away.get()) {
                            throw new IllegalStateException("gone");
                        }
                    }
                };
        try (TestServer server = TestServer.start(Map.of(), audit)) {
            HttpResponse<String> response = server.get("/readyz");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response).get("status").textValue()).isEqualTo("degraded");
            assertThat(json(response).at("/checks/audit/status").textValue()).isEqualTo("away");
            PrometheusMeterRegistry metrics = server.bean(PrometheusMeterRegistry.class);
            assertThat(metrics.scrape()).contains("server_part_available{part=\"audit\"} 0.0");

            away.set(false);
            assertThat(json(server.get("/readyz")).get("status").textValue()).isEqualTo("ready");
            assertThat(metrics.scrape()).contains("server_part_available{part=\"audit\"} 1.0");
        }
    }

    @Test
    void a_stopping_server_says_no() {
        try (TestServer server = TestServer.start(Map.of())) {
            server.bean(Readiness.class).stop();

            assertThat(json(server.get("/readyz")).at("/checks/server/status").textValue())
                    .isEqualTo("stopping");
        }
    }
}
