package com.luckyfunatic.server.token;

import com.luckyfunatic.server.crypto.Sha256;
import java.security.MessageDigest;
import java.util.List;

/**
 * Tokens of another program that calls us: fixed texts, of which two are valid during a rotation.
 *
 * <p>Only their digests are kept and compared, all of them and each in a time that does not depend
 * on where they differ. Thread-safe.
 */
public final class FixedTokens {
    private static final int LENGTH_MAX = 512;

    private final List<byte[]> digests;

    /** Accepts {@code tokens}; none when there are none. */
    public FixedTokens(List<String> tokens) {
        digests = tokens.stream().map(Sha256::of).toList();
    }

    /** Returns whether {@code token} is one of them. */
    public boolean accept(String token) {
        if (digests.isEmpty() || token.length() > LENGTH_MAX) {
            return false;
        }
        byte[] digest = Sha256.of(token);
        boolean known = false;
        for (byte[] each : digests) {
            known |= MessageDigest.isEqual(each, digest);
        }
        return known;
    }
}
