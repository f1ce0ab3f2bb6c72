package com.luckyfunatic.server.token;

import io.micronaut.http.HttpHeaders;
import java.util.List;

/**
 * The secret by which Telegram shows that it is calling; two are valid during a rotation.
 * Thread-safe.
 */
public final class WebhookSecret {
    /** The header that Telegram sends it in. */
    public static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final FixedTokens secrets;

    /** Accepts {@code secrets}; none when there are none. */
    public WebhookSecret(List<String> secrets) {
        this.secrets = new FixedTokens(secrets);
    }

    /** Returns whether a request with {@code headers} brings one of them, and nothing else. */
    public boolean isIn(HttpHeaders headers) {
        List<String> sent = headers.getAll(HEADER);
        return sent.size() == 1 && secrets.accept(sent.getFirst());
    }
}
