package com.luckyfunatic.server.http;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that cannot be read or are too long by what their headers say, also where no route
 * would read them.
 *
 * <p>Runs on the event loop for every request.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodyFilter implements Ordered {
    private static final String PLAIN = "identity";

    private final long bytesMax;

    BodyFilter(Settings settings) {
        bytesMax = settings.get(ServerSettings.BODY_BYTES_MAX);
    }

    /** Callers without access learn that first. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        if (request.getContentLength() > bytesMax) {
            throw problem(ProblemCode.REQUEST_TOO_LARGE);
        }
        // What the framework can unpack, it has unpacked, and taken the header away.
        String encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase(PLAIN)) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "bodies are read plain, or packed with gzip or deflate");
        }
        if (request.getMethod().permitsRequestBody()
                && !isReadable(headers.get(HttpHeaders.CONTENT_TYPE), request)) {
            throw problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean isReadable(@Nullable String contentType, HttpRequest<?> request) {
        return contentType == null || request.getContentType().isPresent();
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
