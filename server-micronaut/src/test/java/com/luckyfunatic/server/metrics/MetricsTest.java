package com.luckyfunatic.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void requests_are_counted_by_route_and_code_on_a_port_of_their_own() throws Exception {
        try (TestServer server =
                TestServer.start(
                        Map.of("FUNATIC_MANAGEMENT_PORT", "0"), new TestRoutes.Enabled())) {
            server.get("/public/hello");
            server.get("/test/problem");
            server.get("/secret/path/in/url");
            URI metrics = Objects.requireNonNull(server.server().metricsUri());

            HttpResponse<String> response = fetch(metrics);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("text/plain");
            assertThat(response.body())
                    .contains(
                            "http_server_requests_seconds_count{code=\"\",method=\"GET\",route=\"/public/hello\",status=\"200\"}"
                                + " 1")
                    .contains(
                            "code=\"idempotency_key_reused\",method=\"GET\",route=\"/test/problem\",status=\"422\"")
                    .contains(
                            "code=\"not_found\",method=\"GET\",route=\"unmatched\",status=\"404\"")
                    .contains("jvm_memory_used_bytes", "process_uptime_seconds")
                    .doesNotContain("/secret/path");
            assertThat(fetch(metrics.resolve("/other")).statusCode()).isEqualTo(404);
            assertThat(server.get("/metrics").statusCode())
                    .as("not on the public port")
                    .isEqualTo(404);
        }
    }

    @Test
    void without_a_management_port_there_are_no_metrics() {
        try (TestServer server = TestServer.start(Map.of("FUNATIC_MANAGEMENT_PORT", "-1"))) {
            assertThat(server.server().metricsUri()).isNull();
        }
    }

    @Test
    void in_dev_mode_the_default_port_gives_way_to_another_program() throws IOException {
        try (ServerSocket other = occupyDefaultPort();
                TestServer server = TestServer.start(Map.of("FUNATIC_MANAGEMENT_PORT", ""))) {
            assertThat(other.isClosed()).isFalse();
            assertThat(server.server().metricsUri())
                    .isNotNull()
                    .extracting(URI::getPort)
                    .isNotEqualTo(8081);
        }
    }

    /** Takes 8081 unless somebody already has it, which serves as well. */
    private static ServerSocket occupyDefaultPort() throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8081));
        } catch (BindException e) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }
        return socket;
    }

    private static HttpResponse<String> fetch(URI uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
