package com.luckyfunatic.server.http;

import com.luckyfunatic.server.error.Problem;
import com.luckyfunatic.server.error.Problems;
import com.luckyfunatic.server.limit.ClientAddresses;
import com.luckyfunatic.server.metrics.RequestMetrics;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.request.TraceId;
import com.luckyfunatic.server.tracing.RequestSpan;
import com.luckyfunatic.server.tracing.RequestTraces;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.cors.CorsFilter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outermost filter: begins a request's context, and ends it with headers, metrics and the
 * access log.
 *
 * <p>Runs on the event loop for every request, so it must neither block nor be wasteful.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestContextFilter implements Ordered {
    /** In the place of a route in figures about requests. */
    static final String UNMATCHED = "unmatched";

    private static final String VARY = HttpHeaders.ACCEPT_ENCODING + ", " + HttpHeaders.ORIGIN;
    private static final int ERRORS_FROM = 400;

    private final ClientAddresses addresses;
    private final SecurityHeaders securityHeaders;
    private final RequestMetrics metrics;
    private final AccessLog accessLog;
    private final CorsFilter cors;
    private final @Nullable RequestTraces traces;

    RequestContextFilter(
            ClientAddresses addresses,
            SecurityHeaders securityHeaders,
            RequestMetrics metrics,
            AccessLog accessLog,
            CorsFilter cors,
            @Nullable RequestTraces traces) {
        this.addresses = addresses;
        this.securityHeaders = securityHeaders;
        this.metrics = metrics;
        this.accessLog = accessLog;
        this.cors = cors;
        this.traces = traces;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /**
     * Gives the answer to a browser that asks what a page may send. The framework gives it before
     * any other filter runs, and without a body or headers when it is no; so its filter is asked
     * here first, and what it says is completed.
     */
    @PreMatching
    @RequestFilter
    @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
        if (!(cors.filterPreFlightRequest(request) instanceof MutableHttpResponse<?> answer)) {
            return null;
        }
        begin(request);
        if (answer.status() == HttpStatus.FORBIDDEN) {
            Problems.refusePreflight(answer, request);
        }
        end(request, answer);
        return answer;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext propagated) {
        propagated.add(new TraceInLogs(begin(request)));
    }

    /** Returns the trace id. */
    private String begin(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        String traceparent = headers.get(TraceId.TRACEPARENT);
        String requestId = headers.get(TraceId.HEADER);
        RequestSpan span = traces == null ? null : begin(traces, traceparent);
        String traceId =
                span == null
                        ? TraceId.of(traceparent, requestId)
                        : Objects.requireNonNullElse(
                                TraceId.given(traceparent, requestId), span.traceId());
        RequestContext context =
                new RequestContext(traceId, addresses.of(request), System.nanoTime());
        context.span(span);
        context.attachTo(request);
        return traceId;
    }

    private static RequestSpan begin(RequestTraces traces, @Nullable String traceparent) {
        boolean good = traceparent != null && TraceId.isTraceparent(traceparent);
        return traces.begin(good ? traceparent : null);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RequestContext context = RequestContext.of(request);
        if (context == null) {
            return;
        }
        if (response.code() >= ERRORS_FROM && response.getBody().isEmpty()) {
            Problems.complete(response, request);
        }
        String route = BasicHttpAttributes.getUriTemplate(request).orElse(null);
        addHeaders(response.getHeaders(), context, route != null);
        long nanos = System.nanoTime() - context.startedNanos();
        String code = response.body() instanceof Problem problem ? problem.code() : "";
        String shownRoute = route == null ? UNMATCHED : route;
        metrics.record(request.getMethod(), shownRoute, response.code(), code, nanos);
        RequestSpan span = context.span();
        if (span != null) {
            span.end(
                    context.traceId(),
                    request.getMethod().name(),
                    shownRoute,
                    response.code(),
                    code);
        }
        accessLog.write(request, context, response.code(), nanos);
    }

    private void addHeaders(MutableHttpHeaders headers, RequestContext context, boolean route) {
        headers.add(TraceId.HEADER, context.traceId());
        if (headers.contains(HttpHeaders.CACHE_CONTROL)) {
            // What caches may keep is sent compressed or not, and names the page that may read it.
            headers.set(HttpHeaders.VARY, VARY);
        } else if (route) {
            headers.add(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        securityHeaders.addTo(headers);
    }
}
