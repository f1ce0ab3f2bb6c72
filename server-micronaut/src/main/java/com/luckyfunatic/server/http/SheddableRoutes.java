package com.luckyfunatic.server.http;

import com.luckyfunatic.server.limit.InFlightLimit;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a request by the beginning of its address alone: finding the route costs more than
 * everything else that a refusal takes. Thread-safe.
 */
@Singleton
final class SheddableRoutes {
    private final Map<String, InFlightLimit.Kind> kinds = new HashMap<>();

    SheddableRoutes(Router router) {
        Set<String> ambiguous = new HashSet<>();
        router.uriRoutes().forEach(route -> add(route, ambiguous));
        ambiguous.forEach(kinds::remove);
    }

    private void add(UriRouteInfo<?, ?> route, Set<String> ambiguous) {
        String beginning = beginning(route.getUriMatchTemplate().toPathString());
        if (RequestPermits.isNeverShed(route)) {
            ambiguous.add(beginning);
            return;
        }
        InFlightLimit.Kind kind = RequestPermits.kind(route);
        InFlightLimit.Kind other = kinds.putIfAbsent(beginning, kind);
        if (other != null && other != kind) {
            ambiguous.add(beginning);
        }
    }

    /**
     * Returns the kind of all requests that begin like {@code uri}; nothing when there are several,
     * or some that are never refused, or none.
     */
    InFlightLimit.@Nullable Kind kindOf(String uri) {
        return kinds.get(beginning(uri));
    }

    /** What is between the first slash and the next, or the query. */
    private static String beginning(String path) {
        int end = 1;
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '?') {
            end++;
        }
        return path.startsWith("/") ? path.substring(1, end) : "";
    }
}
