package com.luckyfunatic.server.http;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.RequestLimits;
import com.luckyfunatic.server.request.RequestContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers a minigame's page in a sandbox that asks for its own script or style. Browsers say that
 * such a page is of the origin {@code null}, and the framework would refuse it as a stranger. The
 * files are public, and the answer allows nobody to read them from a script.
 *
 * <p>Runs on the event loop for every request.
 */
@ServerFilter(SandboxFileFilter.GAMES + "**")
final class SandboxFileFilter implements Ordered {
    static final String GAMES = "/games/";

    private static final String NO_ORIGIN = "null";

    private final PageFiles files;
    private final RequestLimits limits;
    private final boolean limited;

    SandboxFileFilter(PageFiles files, RequestLimits limits, Settings settings) {
        this.files = files;
        this.limits = limits;
        limited = settings.get(ServerSettings.RATE_LIMITS);
    }

    /** Right behind {@link RequestContextFilter}, before the framework looks at origins. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @RequestFilter
    @Nullable HttpResponse<?> serve(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (!reads || !NO_ORIGIN.equals(request.getHeaders().get(HttpHeaders.ORIGIN))) {
            return null;
        }
        PageFile file = files.find(request.getPath());
        if (file == null) {
            return null;
        }
        count(RequestContext.of(request));
        return StaticFileFilter.answer(request, file);
    }

    /** What is answered here does not come to {@link CallerFilter}, which counts all others. */
    private void count(@Nullable RequestContext context) {
        long waitSeconds = limited && context != null ? limits.tryFile(context.client()) : 0;
        if (waitSeconds > 0) {
            throw ProblemException.retryAfter(
                    ProblemCode.RATE_LIMITED,
                    "too many requests; wait " + waitSeconds + " s",
                    waitSeconds);
        }
    }
}
