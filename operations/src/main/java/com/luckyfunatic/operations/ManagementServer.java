package com.luckyfunatic.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code /metrics}, {@code /healthz} and, in some programs, {@code /jobs} on an address of
 * its own.
 *
 * <p>It is the JDK's small server and not a second port of the game's, so that metrics stay
 * readable when that one is overloaded, and so that no mistake in its routes can lead from the
 * public port to here.
 */
public final class ManagementServer implements AutoCloseable {
    /** All that is served, in some programs without the last. */
    public static final List<String> PATHS = List.of("/metrics", "/healthz", "/jobs");

    private static final String METRICS = PATHS.get(0);
    private static final String HEALTH = PATHS.get(1);
    private static final String JOBS = PATHS.get(2);
    private static final String JSON = "application/json";
    private static final int STATUS_OK = 200;
    private static final int STATUS_NOT_FOUND = 404;
    private static final int STATUS_METHOD_NOT_ALLOWED = 405;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService executor;

    private ManagementServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Begins to serve metrics and health.
     *
     * @param address where to listen; port 0 takes a free one
     * @throws IOException when the port is in use
     */
    public static ManagementServer start(
            InetSocketAddress address, PrometheusMeterRegistry registry) throws IOException {
        return start(address, registry, null);
    }

    /**
     * Begins to serve metrics and health, and how jobs went.
     *
     * @param address where to listen; port 0 takes a free one
     * @param jobs returns how they went, as JSON; null to serve nothing of the kind
     * @throws IOException when the port is in use
     */
    public static ManagementServer start(
            InetSocketAddress address,
            PrometheusMeterRegistry registry,
            @Nullable Supplier<String> jobs)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(executor);
        Map<String, Page> pages = new HashMap<>();
        pages.put(METRICS, new Page("text/plain; version=0.0.4; charset=utf-8", registry::scrape));
        // That it answers is all: metrics tell which database is away.
        pages.put(HEALTH, new Page(JSON, () -> "{\"status\":\"up\"}"));
        if (jobs != null) {
            pages.put(JOBS, new Page(JSON, jobs));
        }
        server.createContext("/", exchange -> answer(exchange, pages));
        server.start();
        return new ManagementServer(server, executor);
    }

    /** What can be read at one address. */
    private record Page(String type, Supplier<String> text) {}

    private static void answer(HttpExchange exchange, Map<String, Page> pages) throws IOException {
        try (exchange) {
            Page page = pages.get(exchange.getRequestURI().getPath());
            if (page == null) {
                exchange.sendResponseHeaders(STATUS_NOT_FOUND, NO_BODY);
                return;
            }
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(STATUS_METHOD_NOT_ALLOWED, NO_BODY);
                return;
            }
            byte[] text = page.text().get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            boolean bodiless = method.equals("HEAD");
            exchange.sendResponseHeaders(STATUS_OK, bodiless ? NO_BODY : text.length);
            if (!bodiless) {
                exchange.getResponseBody().write(text);
            }
        }
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
