package com.luckyfunatic.server.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The tokens of the platform: fixed texts, of which two are valid during a rotation.
 *
 * <p>Only their digests are kept and compared, all of them and each in a time that does not depend
 * on where they differ. Thread-safe.
 */
public final class PlatformTokens {
    private static final int LENGTH_MAX = 512;

    private final List<byte[]> digests;

    /** Accepts {@code tokens}; none when there are none. */
    public PlatformTokens(List<String> tokens) {
        digests = tokens.stream().map(PlatformTokens::digest).toList();
    }

    /** Returns whether {@code token} is one of the platform's. */
    public boolean accept(String token) {
        if (digests.isEmpty() || token.length() > LENGTH_MAX) {
            return false;
        }
        byte[] digest = digest(token);
        boolean known = false;
        for (byte[] each : digests) {
            known |= MessageDigest.isEqual(each, digest);
        }
        return known;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
