package com.luckyfunatic.server.http;

import com.luckyfunatic.server.error.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.concurrent.CompletableFuture;

/**
 * Gives a request whose body came later than its headers its place when the body is there, which
 * {@link OverloadFilter} does for all others.
 *
 * <p>Runs on the event loop.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LateBodyFilter implements Ordered {
    private final RequestPermits permits;

    LateBodyFilter(RequestPermits permits) {
        this.permits = permits;
    }

    /** Right behind {@link BodyFilter}: nobody waits for a body that is refused anyway. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 1;
    }

    /** Returns the request, to go on with it, as {@link AdmissionFilter} does. */
    @RequestFilter
    CompletableFuture<HttpRequest<?>> admit(HttpRequest<?> request) {
        NettyHttpRequest<?> arriving = RequestPermits.stillArriving(request);
        if (arriving == null || !permits.concern(request)) {
            return CompletableFuture.completedFuture(request);
        }
        CompletableFuture<HttpRequest<?>> decided = new CompletableFuture<>();
        arriving.bufferContents()
                .onComplete((body, failure) -> decide(request, failure == null, decided));
        return decided;
    }

    /** A body that cannot be had is the business of whoever reads it, and needs no place. */
    private void decide(
            HttpRequest<?> request, boolean arrived, CompletableFuture<HttpRequest<?>> decided) {
        if (arrived) {
            try {
                permits.admit(request);
            } catch (ProblemException e) {
                decided.completeExceptionally(e);
                return;
            }
        }
        decided.complete(request);
    }
}
