package com.luckyfunatic.server.http;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.http.MutableHttpHeaders;
import jakarta.inject.Singleton;

/** What every answer tells browsers not to do. */
@Singleton
final class SecurityHeaders {
    private static final String TELEGRAM_SCRIPTS = "https://telegram.org";

    private final String contentSecurityPolicy;
    private final boolean httpsOnly;

    SecurityHeaders(Settings settings) {
        contentSecurityPolicy =
                "default-src 'self'; script-src 'self' "
                        + TELEGRAM_SCRIPTS
                        + "; img-src 'self' data: https:; frame-src 'self' https:; object-src"
                        + " 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self' "
                        + String.join(" ", settings.get(ServerSettings.FRAME_ANCESTORS));
        httpsOnly = settings.get(ServerSettings.HSTS);
    }

    void addTo(MutableHttpHeaders headers) {
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Referrer-Policy", "no-referrer");
        headers.add("Content-Security-Policy", contentSecurityPolicy);
        if (httpsOnly) {
            headers.add("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
