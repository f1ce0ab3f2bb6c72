package com.luckyfunatic.server;

import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.presence.Presence;
import com.luckyfunatic.server.request.TraceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Translates our settings into those of Micronaut, which operators never see. */
final class FrameworkProperties {
    private static final int RANDOM_PORT = -1;

    private FrameworkProperties() {}

    static Map<String, Object> of(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.application.name", "funatic");
        server(settings, properties);
        cors(settings, properties);
        security(properties);
        return properties;
    }

    private static void server(Settings settings, Map<String, Object> properties) {
        int port = settings.get(ServerSettings.HTTP_PORT);
        int bodyBytesMax = settings.get(ServerSettings.BODY_BYTES_MAX);
        properties.put("micronaut.server.host", settings.get(ServerSettings.HTTP_HOST));
        properties.put("micronaut.server.port", port == 0 ? RANDOM_PORT : port);
        properties.put("micronaut.server.max-request-size", bodyBytesMax);
        properties.put("micronaut.server.max-request-buffer-size", bodyBytesMax);
        properties.put("micronaut.server.multipart.enabled", false);
        properties.put("micronaut.server.idle-timeout", "2m");
    }

    private static void cors(Settings settings, Map<String, Object> properties) {
        List<String> origins = settings.get(ServerSettings.CORS_ORIGINS);
        if (origins.isEmpty()) {
            return;
        }
        String pages = "micronaut.server.cors.configurations.pages.";
        properties.put("micronaut.server.cors.enabled", true);
        if (origins.contains("*")) {
            // Whoever allows every page means it on their own machine too; the framework would
            // allow the question there and refuse the call.
            properties.put("micronaut.server.cors.localhost-pass-through", true);
        } else {
            properties.put(pages + "allowed-origins", origins);
        }
        properties.put(pages + "allowed-methods", List.of("GET", "POST"));
        properties.put(
                pages + "allowed-headers",
                List.of(
                        "Authorization",
                        "Content-Type",
                        "Idempotency-Key",
                        "X-Api-Key",
                        Presence.PLATFORM_HEADER,
                        Presence.VERSION_HEADER,
                        TraceId.HEADER,
                        TraceId.TRACEPARENT));
        properties.put(
                pages + "exposed-headers",
                List.of(
                        "ETag",
                        IdempotencyKeys.HIT_HEADER,
                        IdempotencyKeys.HEADER,
                        "Retry-After",
                        TraceId.HEADER));
        properties.put(pages + "allow-credentials", false);
        properties.put(pages + "max-age", 600);
    }

    private static void security(Map<String, Object> properties) {
        properties.put("micronaut.security.enabled", true);
        // Unknown addresses answer 404 to everybody; known ones without @Secured are closed to
        // everybody.
        properties.put("micronaut.security.reject-not-found", false);
        properties.put("micronaut.security.basic-auth.enabled", false);
        properties.put("micronaut.security.endpoints.introspection.enabled", false);
    }
}
