package com.luckyfunatic.server.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.web.router.resource.StaticResourceResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets browsers keep the page's files, and ask before they use them again.
 *
 * <p>The files have no version in their names and refer to one another, so a kept one may be used
 * only when it is still the current one; otherwise a new script would meet an old one after an
 * update. Asking costs an answer without a body. The tag is that of the content, not of its time:
 * several servers and new builds of the same files agree. It is weak, because the same file is sent
 * compressed or not.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class StaticFileFilter implements Ordered {
    private static final String REVALIDATE = "public, no-cache";
    private static final int TAG_BYTES = 16;

    /** A file as it is now; in a jar it never changes, in a directory of classes it may. */
    private record Version(String path, long lastModified) {}

    private final StaticResourceResolver files;
    private final ConcurrentMap<Version, String> tags = new ConcurrentHashMap<>();

    StaticFileFilter(StaticResourceResolver files) {
        this.files = files;
    }

    /** Inside the filter that gives every other answer its headers. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @ResponseFilter
    void describe(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!(response.body() instanceof FileCustomizableResponseType file)) {
            return;
        }
        String tag =
                tags.computeIfAbsent(
                        new Version(request.getPath(), file.getLastModified()), this::tag);
        response.header(HttpHeaders.ETAG, tag);
        response.header(HttpHeaders.CACHE_CONTROL, REVALIDATE);
        response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (isKnown(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag)) {
            close(file);
            response.status(HttpStatus.NOT_MODIFIED).body(null);
        }
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

    private static void close(FileCustomizableResponseType file) {
        if (file instanceof StreamedFile streamed) {
            try {
                streamed.getInputStream().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String tag(Version version) {
        URL url = files.resolve(version.path()).orElseThrow();
        try (InputStream content = url.openStream()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return "W/\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
