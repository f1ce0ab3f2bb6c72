package com.luckyfunatic.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.Problems;
import com.luckyfunatic.server.limit.InFlightLimit;
import com.luckyfunatic.server.metrics.RequestMetrics;
import com.luckyfunatic.server.request.Origins;
import com.luckyfunatic.server.request.TraceId;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests by their headers, before the framework has seen them, when all places are taken
 * or more have come than the event loop can read in time. {@link OverloadFilter} answers the same,
 * but behind routing and all that comes before it: with ten times too much to do, a server that
 * refuses at that cost has little left for what it accepts.
 *
 * <p>What a refusal needs more for than headers is left to that filter: pages of other origins, who
 * may not read an answer that does not name them, and routes that begin like one that is never
 * refused. Thread-safe.
 */
@Singleton
final class EarlyRefusals {
    /** A loop that reads for longer answers nobody meanwhile. */
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final String ANY_TRACE = "TRACE";

    /** With {@code OPTIONS} browsers ask what they may send; the framework answers that. */
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    private final InFlightLimit limit;
    private final RequestPermits permits;
    private final SheddableRoutes routes;
    private final RequestMetrics metrics;
    private final int bodyBytesMax;
    private final HttpHeaders headersAlways = new DefaultHttpHeaders();
    private final String bodyBeforeTrace;
    private final String bodyAfterTrace;
    private final Map<EventExecutor, LoopTurn> turns = new ConcurrentHashMap<>();

    EarlyRefusals(
            InFlightLimit limit,
            RequestPermits permits,
            SheddableRoutes routes,
            SecurityHeaders securityHeaders,
            RequestMetrics metrics,
            ObjectMapper json,
            Settings settings)
            throws JsonProcessingException {
        this.limit = limit;
        this.permits = permits;
        this.routes = routes;
        this.metrics = metrics;
        bodyBytesMax = settings.get(ServerSettings.BODY_BYTES_MAX);
        headersAlways.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON_PROBLEM);
        headersAlways.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        MutableHttpHeaders security = HttpResponse.ok().getHeaders();
        securityHeaders.addTo(security);
        security.forEachValue(headersAlways::add);
        String body = json.writeValueAsString(Problems.body(RequestPermits.refusal(1), ANY_TRACE));
        int trace = body.indexOf(ANY_TRACE);
        bodyBeforeTrace = body.substring(0, trace);
        bodyAfterTrace = body.substring(trace + ANY_TRACE.length());
    }

    /** Whether anything is refused at all. */
    boolean isOn() {
        return limit.isOn();
    }

    /** Returns the turns of {@code loop}. */
    LoopTurn turnsOf(EventExecutor loop) {
        return turns.computeIfAbsent(
                loop, each -> new LoopTurn(each, TURN_NANOS, System::nanoTime));
    }

    /** Returns the answer to a request that is too much; nothing when it is not. */
    @Nullable FullHttpResponse refusal(HttpRequest request, LoopTurn turn) {
        boolean tooMany = turn.isOneTooMany();
        InFlightLimit.Kind kind = routes.kindOf(request.uri());
        if (kind == null || (!tooMany && limit.hasPlace(kind)) || needsMore(request)) {
            return null;
        }
        metrics.record(
                HttpMethod.parse(request.method().name()),
                RequestContextFilter.UNMATCHED,
                ProblemCode.OVERLOADED.status().getCode(),
                ProblemCode.OVERLOADED.word(),
                0);
        return answer(request);
    }

    private boolean needsMore(HttpRequest request) {
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        return request.decoderResult().isFailure()
                || !METHODS.contains(request.method().name())
                || HttpUtil.is100ContinueExpected(request)
                || HttpUtil.isTransferEncodingChunked(request)
                || HttpUtil.getContentLength(request, 0L) > bodyBytesMax
                || (origin != null
                        && !Origins.isOwn(origin, request.headers().get(HttpHeaderNames.HOST)));
    }

    private FullHttpResponse answer(HttpRequest request) {
        String traceId =
                TraceId.of(
                        request.headers().get(TraceId.TRACEPARENT),
                        request.headers().get(TraceId.HEADER));
        ByteBuf body =
                Unpooled.wrappedBuffer(
                        (bodyBeforeTrace + traceId + bodyAfterTrace)
                                .getBytes(StandardCharsets.UTF_8));
        HttpHeaders headers = headersAlways.copy();
        headers.set(HttpHeaderNames.RETRY_AFTER, permits.countRefusal());
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        headers.set(TraceId.HEADER, traceId);
        FullHttpResponse answer =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.SERVICE_UNAVAILABLE,
                        body,
                        headers,
                        EmptyHttpHeaders.INSTANCE);
        HttpUtil.setKeepAlive(answer, HttpUtil.isKeepAlive(request));
        return answer;
    }
}
