package com.luckyfunatic.server.tracing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A collector of spans that knows as much of OTLP as it takes to see them. */
final class OtlpReceiver implements AutoCloseable {
    /**
     * A span as it was received.
     *
     * @param attributes texts; numbers too are texts in the protocol's JSON
     */
    record ReceivedSpan(
            String traceId,
            String parentId,
            String name,
            int status,
            long nanos,
            Map<String, String> attributes) {}

    private final HttpServer server;
    private final BlockingQueue<ReceivedSpan> spans = new LinkedBlockingQueue<>();

    OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/traces",
                exchange -> {
                    try (exchange) {
                        spans.addAll(spans(new ObjectMapper().readTree(exchange.getRequestBody())));
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits for a span. */
    ReceivedSpan next() throws InterruptedException {
        ReceivedSpan span = spans.poll(30, TimeUnit.SECONDS);
        if (span == null) {
            throw new AssertionError("no span was received");
        }
        return span;
    }

    /** How many were received that nobody has asked for. */
    int waiting() {
        return spans.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static List<ReceivedSpan> spans(JsonNode request) {
        List<ReceivedSpan> found = new ArrayList<>();
        for (JsonNode resource : request.path("resourceSpans")) {
            if (!attributes(resource.path("resource")).containsKey("service.name")) {
                throw new AssertionError("whose spans? " + resource);
            }
            for (JsonNode scope : resource.path("scopeSpans")) {
                scope.path("spans").forEach(span -> found.add(span(span)));
            }
        }
        return found;
    }

    private static ReceivedSpan span(JsonNode span) {
        return new ReceivedSpan(
                span.path("traceId").asText(),
                span.path("parentSpanId").asText(),
                span.path("name").asText(),
                span.path("status").path("code").asInt(),
                Long.parseLong(span.path("endTimeUnixNano").asText())
                        - Long.parseLong(span.path("startTimeUnixNano").asText()),
                attributes(span));
    }

    private static Map<String, String> attributes(JsonNode owner) {
        Map<String, String> attributes = new TreeMap<>();
        for (JsonNode attribute : owner.path("attributes")) {
            JsonNode value = attribute.path("value");
            attributes.put(
                    attribute.path("key").asText(),
                    value.path("stringValue").asText(value.path("intValue").asText()));
        }
        return attributes;
    }
}
