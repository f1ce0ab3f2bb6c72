package com.luckyfunatic.server.tracing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands spans of requests to a collector: OTLP over HTTP, as JSON.
 *
 * <p>What a collector refuses or does not take in time is gone; the log says so once, and once when
 * it takes them again. Thread-safe.
 */
final class OtlpExporter implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(OtlpExporter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int STATUS_OK = 200;

    /** Numbers that the protocol gives to what a span is, and how it ended. */
    private static final int KIND_SERVER = 2;

    private static final int STATUS_ERROR = 2;

    private final URI address;
    private final String service;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicBoolean away = new AtomicBoolean();

    OtlpExporter(URI address, String service) {
        this.address = address;
        this.service = service;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = new CompletableResultCode();
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(message(spans).toString()))
                        .build();
        var _ =
                client.sendAsync(request, BodyHandlers.discarding())
                        .whenComplete((answer, failure) -> {
                            if (failure == null && answer.statusCode() == STATUS_OK) {
                                taken();
                                result.succeed();
                            } else {
                                lost(
                                        failure == null
                                                ? "status " + answer.statusCode()
                                                : failure.toString());
                                result.fail();
                            }
                        });
        return result;
    }

    private void taken() {
        if (away.compareAndSet(true, false)) {
            LOG.info("the collector of traces takes them again");
        }
    }

    private void lost(String why) {
        if (away.compareAndSet(false, true)) {
            LOG.warn("traces are dropped, since their collector does not take them: {}", why);
        }
    }

    private ObjectNode message(Collection<SpanData> spans) {
        ObjectNode message = json.createObjectNode();
        ObjectNode resource = message.putArray("resourceSpans").addObject();
        put(resource.putObject("resource").putArray("attributes"), "service.name", service);
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", service);
        ArrayNode all = scope.putArray("spans");
        spans.forEach(span -> put(all.addObject(), span));
        return message;
    }

    /** Numbers of 64 bits are texts in the protocol's JSON. */
    private static void put(ObjectNode node, SpanData span) {
        node.put("traceId", span.getTraceId());
        node.put("spanId", span.getSpanId());
        if (span.getParentSpanContext().isValid()) {
            node.put("parentSpanId", span.getParentSpanId());
        }
        node.put("name", span.getName());
        node.put("kind", KIND_SERVER);
        node.put("startTimeUnixNano", Long.toString(span.getStartEpochNanos()));
        node.put("endTimeUnixNano", Long.toString(span.getEndEpochNanos()));
        ArrayNode attributes = node.putArray("attributes");
        span.getAttributes().forEach((key, value) -> put(attributes, key.getKey(), value));
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
            node.putObject("status").put("code", STATUS_ERROR);
        }
    }

    private static void put(ArrayNode attributes, String key, Object value) {
        ObjectNode attribute = attributes.addObject().put("key", key);
        if (value instanceof Long number) {
            attribute.putObject("value").put("intValue", Long.toString(number));
        } else {
            attribute.putObject("value").put("stringValue", value.toString());
        }
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        client.shutdownNow();
        return CompletableResultCode.ofSuccess();
    }
}
