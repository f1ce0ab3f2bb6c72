package com.luckyfunatic.server.token;

import java.time.Instant;

/**
 * A fresh token.
 *
 * @param token the text that the caller sends back; a secret, which {@link #toString()} leaves out
 * @param expiresAt when it stops being accepted
 */
public record IssuedToken(String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
}
