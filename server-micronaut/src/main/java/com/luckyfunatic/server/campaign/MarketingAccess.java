package com.luckyfunatic.server.campaign;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.token.ApiKey;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lets in whoever sends a key of marketing: in the header {@value #HEADER}, or in the parameter
 * {@value #PARAMETER}, which may stand in other programs' logs. Thread-safe.
 */
@Singleton
final class MarketingAccess {
    static final String HEADER = "X-Api-Key";
    static final String PARAMETER = "api_key";

    private static final Map<String, String> CHALLENGE =
            Map.of(HttpHeaders.WWW_AUTHENTICATE, "ApiKey");

    private final List<ApiKey> keys;

    MarketingAccess(Settings settings) {
        keys = settings.get(ServerSettings.PPC_API_KEYS);
    }

    /**
     * Returns when the caller may go on.
     *
     * @throws ProblemException when no key was sent, several were, or none that is ours
     */
    void require(HttpRequest<?> request) {
        List<String> sent = new ArrayList<>(request.getHeaders().getAll(HEADER));
        sent.addAll(request.getParameters().getAll(PARAMETER));
        if (sent.isEmpty()) {
            throw refused(ProblemCode.API_KEY_MISSING);
        }
        if (sent.size() > 1 || !ApiKey.isAmong(keys, sent.getFirst())) {
            throw refused(ProblemCode.API_KEY_INVALID);
        }
    }

    private static ProblemException refused(ProblemCode code) {
        return new ProblemException(code, code.description()).withHeaders(CHALLENGE);
    }
}
