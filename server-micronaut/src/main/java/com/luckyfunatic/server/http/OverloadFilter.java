package com.luckyfunatic.server.http;

import com.luckyfunatic.server.limit.Permit;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.cors.CorsFilter;

/**
 * Refuses requests when too many are in flight, before anything is done for them that costs
 * something.
 *
 * <p>A request whose body is still on its way gets no place yet, but from {@link LateBodyFilter}:
 * otherwise somebody who sends bodies slowly could take all places. Runs on the event loop for
 * every request.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OverloadFilter implements Ordered {
    private static final int ERRORS_FROM = 400;

    private final RequestPermits permits;

    OverloadFilter(RequestPermits permits) {
        this.permits = permits;
    }

    /** Behind the filter that lets pages of other origins read what is answered here. */
    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER + 1;
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        if (!permits.concern(request)) {
            return;
        }
        if (RequestPermits.stillArriving(request) == null) {
            permits.admit(request);
        } else {
            permits.take(request).giveBack();
        }
    }

    /**
     * Only answers that say yes tell how busy the server is: refusals come too quickly, and a store
     * that is away makes its own callers wait, for whom the others must not pay.
     */
    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        Permit permit = Permit.of(request);
        if (permit == null) {
            return;
        }
        if (response.code() < ERRORS_FROM) {
            permit.giveBackMeasured();
        } else {
            permit.giveBack();
        }
    }
}
