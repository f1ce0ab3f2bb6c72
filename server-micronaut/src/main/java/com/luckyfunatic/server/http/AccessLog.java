package com.luckyfunatic.server.http;

import static net.logstash.logback.argument.StructuredArguments.kv;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.TokenCheck;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request, without anything secret: no headers, no bodies, and of query parameters
 * only the values of those known to be harmless.
 */
@Singleton
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("access");
    private static final Set<String> HARMLESS_PARAMETERS = Set.of("cursor", "from", "limit", "to");
    private static final int NANOS_PER_MICRO = 1000;

    private final boolean enabled;

    AccessLog(Settings settings) {
        enabled = settings.get(ServerSettings.ACCESS_LOG);
    }

    void write(HttpRequest<?> request, RequestContext context, int status, long nanos) {
        if (!enabled) {
            return;
        }
        LOG.info(
                "{} {} {} {} {} {}",
                kv("method", request.getMethodName()),
                kv("path", shown(request.getUri().getRawPath(), request.getUri().getRawQuery())),
                kv("status", status),
                kv("micros", nanos / NANOS_PER_MICRO),
                kv("client", context.client().getHostAddress()),
                kv("player", caller(context.token())));
    }

    private static String caller(@Nullable TokenCheck token) {
        return switch (token) {
            case TokenCheck.Valid valid -> valid.authentication().getName();
            case TokenCheck.Staff staff -> "operator:" + staff.authentication().getName();
            case null, default -> "-";
        };
    }

    /** Path and query with every value left out that is not known to be harmless. */
    static String shown(String path, @Nullable String query) {
        if (query == null) {
            return path;
        }
        StringBuilder shown = new StringBuilder(path).append('?');
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? "" : pair.substring(0, equals);
            shown.append(shown.charAt(shown.length() - 1) == '?' ? "" : "&")
                    .append(HARMLESS_PARAMETERS.contains(key) ? pair : key + "=***");
        }
        return shown.toString();
    }
}
