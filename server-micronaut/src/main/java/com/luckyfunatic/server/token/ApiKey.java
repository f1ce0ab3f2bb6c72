package com.luckyfunatic.server.token;

import com.luckyfunatic.server.crypto.Sha256;
import com.luckyfunatic.server.text.Ascii;
import com.luckyfunatic.server.text.HandMade;
import java.security.MessageDigest;
import java.util.List;

/**
 * A secret that a program sends along with its requests, as it is. Immutable; {@link #toString()}
 * shows nothing of it.
 */
public final class ApiKey {
    /** The fewest bytes of a key. */
    public static final int BYTES_MIN = 32;

    private static final int BYTES_MAX = 256;

    /** 32 random hexadecimal digits hold fewer than this many different ones hardly ever. */
    private static final int DIFFERENT_MIN = 7;

    private final byte[] hash;
    private final boolean handMade;

    private ApiKey(String text) {
        hash = Sha256.of(text);
        handMade = HandMade.looksHandMade(text, DIFFERENT_MIN);
    }

    /**
     * Reads a key: {@value #BYTES_MIN} to 256 printable ASCII characters.
     *
     * @throws IllegalArgumentException when it is none; the message does not quote it
     */
    public static ApiKey parse(String text) {
        if (text.length() < BYTES_MIN || text.length() > BYTES_MAX || !Ascii.isPrintable(text)) {
            throw new IllegalArgumentException(
                    "a key has " + BYTES_MIN + " to " + BYTES_MAX + " printable ASCII characters");
        }
        return new ApiKey(text);
    }

    /**
     * Returns whether {@code sent} is one of {@code keys}. How long that takes depends on the
     * length of what was sent, and on nothing else.
     */
    public static boolean isAmong(List<ApiKey> keys, String sent) {
        byte[] hash = Sha256.of(sent);
        boolean found = false;
        for (ApiKey key : keys) {
            found |= MessageDigest.isEqual(key.hash, hash);
        }
        return found;
    }

    /** Whether a person rather than a random generator seems to have made it. */
    public boolean looksLikeAnExample() {
        return handMade;
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
