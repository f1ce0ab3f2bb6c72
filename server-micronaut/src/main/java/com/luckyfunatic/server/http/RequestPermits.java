package com.luckyfunatic.server.http;

import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.HotStoreOnly;
import com.luckyfunatic.server.limit.InFlightLimit;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.limit.Permit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Gives requests their places among those in flight, or refuses them. Thread-safe. */
@Singleton
final class RequestPermits {
    private static final int RETRY_SECONDS_MAX = 3;

    private final InFlightLimit limit;
    private final Counter shed;
    private final AtomicInteger refusals = new AtomicInteger();

    RequestPermits(InFlightLimit limit, MeterRegistry registry) {
        this.limit = limit;
        Gauge.builder("server.requests.inflight", limit, InFlightLimit::inFlight)
                .description("Requests in flight, of those that may be shed")
                .register(registry);
        Gauge.builder("server.requests.limit", limit, InFlightLimit::limit)
                .description("Requests that may be in flight now; 0 for any number")
                .register(registry);
        shed =
                Counter.builder("server.requests.shed")
                        .description("Requests refused because there was too much to do")
                        .register(registry);
    }

    /**
     * Whether a request needs a place. What is no route, such as a file of the page, is answered at
     * once and needs none.
     */
    boolean concern(HttpRequest<?> request) {
        if (!limit.isOn()) {
            return false;
        }
        RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
        return route != null && !isNeverShed(route);
    }

    /** The body of a request that is still on its way; nothing when it has arrived or is none. */
    static @Nullable NettyHttpRequest<?> stillArriving(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty && !netty.isFull() ? netty : null;
    }

    /**
     * Gives the request a place until its answer.
     *
     * @throws ProblemException when there is none
     */
    void admit(HttpRequest<?> request) {
        take(request).attachTo(request);
    }

    /** Takes a place for a request, which the caller gives back. */
    Permit take(HttpRequest<?> request) {
        Permit permit = limit.tryAcquire(kind(request));
        if (permit == null) {
            throw refusal(countRefusal());
        }
        return permit;
    }

    private static InFlightLimit.Kind kind(HttpRequest<?> request) {
        RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
        return route == null ? InFlightLimit.Kind.ANY : kind(route);
    }

    /** The kind of the requests of {@code route}. */
    static InFlightLimit.Kind kind(AnnotationMetadataProvider route) {
        return route.getAnnotationMetadata().hasAnnotation(HotStoreOnly.class)
                ? InFlightLimit.Kind.HOT
                : InFlightLimit.Kind.ANY;
    }

    /** Whether requests of {@code route} need no place. */
    static boolean isNeverShed(AnnotationMetadataProvider route) {
        return route.getAnnotationMetadata().hasAnnotation(NeverShed.class);
    }

    /** What is answered without a place. */
    static ProblemException refusal(int retrySeconds) {
        return ProblemException.retryAfter(
                ProblemCode.OVERLOADED,
                "the server has too much to do; nothing was done",
                retrySeconds);
    }

    /**
     * Counts a refusal. Returns after how many seconds to come again: in turn, so that those who
     * are refused together do not come back together.
     */
    int countRefusal() {
        shed.increment();
        return 1 + Math.floorMod(refusals.getAndIncrement(), RETRY_SECONDS_MAX);
    }
}
