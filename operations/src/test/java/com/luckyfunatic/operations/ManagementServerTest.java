package com.luckyfunatic.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
    private static HttpResponse<String> ask(String method, String path) throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.counter("asked").increment();
        try (ManagementServer server =
                        ManagementServer.start(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                registry,
                                () -> "{\"jobs\":[]}");
                HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
            return client.send(
                    HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void metrics_are_read() throws Exception {
        HttpResponse<String> metrics = ask("GET", "/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain; version=0.0.4");
        assertThat(metrics.body()).contains("asked_total 1.0");
    }

    @Test
    void their_head_has_no_body() throws Exception {
        HttpResponse<String> head = ask("HEAD", "/metrics");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void nothing_else_can_be_done_with_them() throws Exception {
        HttpResponse<String> post = ask("POST", "/metrics");

        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void its_health_is_that_it_answers() throws Exception {
        HttpResponse<String> health = ask("GET", "/healthz");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(ask("POST", "/healthz").statusCode()).isEqualTo(405);
    }

    @Test
    void how_jobs_went_is_read_where_there_is_something_to_tell() throws Exception {
        assertThat(ask("GET", "/jobs").body()).isEqualTo("{\"jobs\":[]}");
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (ManagementServer server =
                        ManagementServer.start(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                registry);
                HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/jobs");
            int status =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode();
            assertThat(status).isEqualTo(404);
        }
    }

    @Test
    void there_is_nothing_else() throws Exception {
        assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
    }
}
