package com.luckyfunatic.server.http;

import com.luckyfunatic.server.error.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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
        // Only to know when it is there: whoever reads it has the other half of the split.
        var _ =
                arriving.byteBody()
                        .split(ByteBody.SplitBackpressureMode.FASTEST)
                        .buffer()
                        .whenComplete((body, _) -> decide(request, body, decided));
        return decided;
    }

    /** A body that cannot be had is the business of whoever reads it, and needs no place. */
    private void decide(
            HttpRequest<?> request,
            @Nullable CloseableAvailableByteBody body,
            CompletableFuture<HttpRequest<?>> decided) {
        if (body != null) {
            body.close();
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
