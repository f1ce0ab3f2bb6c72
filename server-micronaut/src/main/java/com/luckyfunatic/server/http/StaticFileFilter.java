package com.luckyfunatic.server.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for {@link PageFiles}; lets browsers keep them, and ask before they use them
 * again.
 *
 * <p>The files have no version in their names and refer to one another, so a kept one may be used
 * only when it is still the current one; otherwise a new script would meet an old one after an
 * update. Asking costs an answer without a body.
 *
 * <p>Runs on the event loop for every request.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class StaticFileFilter implements Ordered {
    private static final String REVALIDATE = "public, no-cache";

    private final PageFiles files;

    StaticFileFilter(PageFiles files) {
        this.files = files;
    }

    /** Behind the filters that count requests and give every answer its headers. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @RequestFilter
    @Nullable HttpResponse<?> serve(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        String path = request.getPath();
        // The page itself is a route: to filters, the framework shows requests whose address is
        // none as such for "/".
        PageFile file =
                (method == HttpMethod.GET || method == HttpMethod.HEAD)
                                && !path.equals(PageController.PATH)
                        ? files.find(path)
                        : null;
        return file == null ? null : answer(request, file);
    }

    /** Returns {@code file}, or that it has not changed since the client got it. */
    static HttpResponse<?> answer(HttpRequest<?> request, PageFile file) {
        MutableHttpResponse<byte[]> response =
                isKnown(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), file.tag())
                        ? HttpResponse.notModified()
                        : HttpResponse.ok(file.content()).contentType(file.type());
        return response.header(HttpHeaders.ETAG, file.tag())
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE);
    }

    private static boolean isKnown(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        for (String known : header.split(",", -1)) {
            if (known.strip().equals(tag) || known.strip().equals("*")) {
                return true;
            }
        }
        return false;
    }
}
