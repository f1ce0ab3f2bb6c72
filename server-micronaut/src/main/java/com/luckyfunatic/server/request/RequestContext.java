package com.luckyfunatic.server.request;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.server.token.TokenCheck;
import com.luckyfunatic.server.tracing.RequestSpan;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one request while it is served. Attached to it by the first filter.
 *
 * <p>One thread at a time writes it, and the hand-over between threads publishes it.
 */
public final class RequestContext {
    /** The header that names an operation, in requests and answers. */
    public static final String OPERATION_HEADER = "Idempotency-Key";

    private static final String ATTRIBUTE = "funatic.context";

    private final String traceId;
    private final InetAddress client;
    private final long startedNanos;
    private @Nullable TokenCheck token;
    private @Nullable OperationId operationId;
    private boolean isRepeatedOnly;
    private @Nullable RequestSpan span;

    public RequestContext(String traceId, InetAddress client, long startedNanos) {
        this.traceId = traceId;
        this.client = client;
        this.startedNanos = startedNanos;
    }

    /** The request's context, or nothing when the request was refused before the first filter. */
    public static @Nullable RequestContext of(HttpRequest<?> request) {
        return (RequestContext) request.getAttributes().getValue(ATTRIBUTE);
    }

    /** The context of the request that this thread serves, or nothing outside of one. */
    public static @Nullable RequestContext current() {
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElse(null);
        return request == null ? null : of(request);
    }

    public void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public String traceId() {
        return traceId;
    }

    /** Where the request came from, looking through trusted proxies. */
    public InetAddress client() {
        return client;
    }

    /** {@link System#nanoTime()} when the request arrived. */
    public long startedNanos() {
        return startedNanos;
    }

    /** What was found in the {@code Authorization} header; nothing before it was looked at. */
    public @Nullable TokenCheck token() {
        return token;
    }

    public void token(TokenCheck checked) {
        this.token = checked;
    }

    /**
     * The name of the operation that the request asks for, so that a caller whose answer is lost
     * can ask how it ended, or repeat it; nothing when it has none.
     */
    public @Nullable OperationId operationId() {
        return operationId;
    }

    /** Names an operation that callers can ask for. */
    public void operationId(@Nullable OperationId named) {
        this.operationId = named;
        isRepeatedOnly = false;
    }

    /** Names what is no operation of a player: it can be repeated, but not asked for. */
    public void repeatable(OperationId named) {
        this.operationId = named;
        isRepeatedOnly = true;
    }

    /** Whether a repeat is the only way to learn how it ended. */
    public boolean isRepeatedOnly() {
        return isRepeatedOnly;
    }

    /** What records how the request is served; nothing where nobody wants to know. */
    public @Nullable RequestSpan span() {
        return span;
    }

    public void span(@Nullable RequestSpan begun) {
        this.span = begun;
    }
}
