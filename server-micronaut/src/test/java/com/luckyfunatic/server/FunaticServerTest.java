package com.luckyfunatic.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FunaticServerTest {
    @Test
    void a_request_in_flight_finishes_while_the_server_stops() throws Exception {
        TestRoutes.Enabled routes = new TestRoutes.Enabled();
        TestServer server = TestServer.start(Map.of(), routes);
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> slow =
                    client.sendAsync(server.request("/test/slow").build(), BodyHandlers.ofString());
            assertThat(routes.entered().await(30, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            awaitRefusal(server);
            assertThat(stopped).isNotDone();
            routes.release().countDown();

            assertThat(slow.get(30, TimeUnit.SECONDS).body()).isEqualTo("finished");
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    /** New connections are refused as soon as stopping began. */
    private static void awaitRefusal(TestServer server) {
        while (true) {
            try (HttpClient fresh = HttpClient.newHttpClient()) {
                fresh.send(server.request("/healthz").build(), BodyHandlers.discarding());
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_request_that_never_ends_is_cut_off_after_the_grace() {
        TestRoutes.Enabled routes = new TestRoutes.Enabled();
        TestServer server = TestServer.start(Map.of("FUNATIC_SHUTDOWN_GRACE", "100ms"), routes);
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> slow =
                    client.sendAsync(server.request("/test/slow").build(), BodyHandlers.ofString());
            assertThat(awaitEntered(routes)).isTrue();

            server.close();

            assertThatThrownBy(() -> slow.get(30, TimeUnit.SECONDS)).isNotNull();
        } finally {
            routes.release().countDown();
        }
    }

    private static boolean awaitEntered(TestRoutes.Enabled routes) {
        try {
            return routes.entered().await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_port_in_use_is_said_with_the_flag_that_changes_it() {
        try (TestServer first = TestServer.start(Map.of())) {
            String port = String.valueOf(first.server().uri().getPort());

            assertThatThrownBy(() -> TestServer.start(Map.of("FUNATIC_HTTP_PORT", port)).close())
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("--http-port=PORT");
            assertThatThrownBy(
                            () -> TestServer.start(Map.of("FUNATIC_MANAGEMENT_PORT", port)).close())
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("--management-port=PORT");
        }
    }
}
