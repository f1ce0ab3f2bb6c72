package com.luckyfunatic.server.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends spans to a collector, some at a time, from a thread of its own. What the collector does not
 * take in time is dropped: a request never waits for it. Thread-safe.
 */
final class OtlpTraces implements RequestTraces, AutoCloseable {
    private static final String NAME = "funatic";
    private static final String PATH = "/v1/traces";
    private static final double PERCENT = 100;
    private static final int SECONDS_AT_THE_END = 2;
    private static final int FAULTS_FROM = 500;

    /** Where the parts of {@code 00-<trace id>-<span id>-<flags>} begin and end. */
    private static final int TRACE_START = 3;

    private static final int TRACE_END = 35;
    private static final int SPAN_START = 36;
    private static final int SPAN_END = 52;

    private static final AttributeKey<String> METHOD =
            AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> CODE = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> WORD = AttributeKey.stringKey("funatic.request.id");

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private OtlpTraces(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get(NAME);
    }

    /**
     * Begins to send.
     *
     * @param collector its address, to which the path of OTLP over HTTP is added
     * @param percent how many of a hundred traces are recorded. Which ones, their ids decide, so
     *     that all servers decide alike; what callers wish is not asked, for anyone may call
     */
    static OtlpTraces to(String collector, int percent) {
        return new OtlpTraces(
                SdkTracerProvider.builder()
                        .setSampler(Sampler.traceIdRatioBased(percent / PERCENT))
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(
                                                new OtlpExporter(
                                                        URI.create(collector + PATH), NAME))
                                        .build())
                        .build());
    }

    @Override
    public RequestSpan begin(@Nullable String traceparent) {
        Context parent =
                traceparent == null
                        ? Context.root()
                        : Context.root().with(Span.wrap(callersSpan(traceparent)));
        return new Recorded(
                tracer.spanBuilder("request")
                        .setSpanKind(SpanKind.SERVER)
                        .setParent(parent)
                        .startSpan());
    }

    private static SpanContext callersSpan(String traceparent) {
        return SpanContext.createFromRemoteParent(
                traceparent.substring(TRACE_START, TRACE_END),
                traceparent.substring(SPAN_START, SPAN_END),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }

    private record Recorded(Span span) implements RequestSpan {
        @Override
        public String traceId() {
            return span.getSpanContext().getTraceId();
        }

        @Override
        public void end(String word, String method, String route, int status, String code) {
            if (!span.isRecording()) {
                return;
            }
            span.updateName(method + " " + route);
            span.setAttribute(METHOD, method);
            span.setAttribute(ROUTE, route);
            span.setAttribute(STATUS, (long) status);
            if (!code.isEmpty()) {
                span.setAttribute(CODE, code);
            }
            if (!word.equals(traceId())) {
                span.setAttribute(WORD, word);
            }
            if (status >= FAULTS_FROM) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    /** Sends what is left, but waits for a collector that is away no longer than seconds. */
    @Override
    public void close() {
        var _ = provider.shutdown().join(SECONDS_AT_THE_END, TimeUnit.SECONDS);
    }
}
