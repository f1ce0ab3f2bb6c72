package com.luckyfunatic.server.token;

import com.luckyfunatic.server.text.Ascii;
import com.luckyfunatic.server.text.HandMade;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that signs tokens with HMAC-SHA256, and the id by which a token names it.
 *
 * <p>Immutable. {@link #toString()} shows the id only.
 */
public final class SigningKey {
    /** As many bytes as the hash has; RFC 7518 §3.2 forbids fewer. */
    public static final int SECRET_BYTES_MIN = 32;

    private static final int ID_LENGTH_MAX = 32;

    /** 32 random bytes hold fewer than this many different ones with negligible probability. */
    private static final int DIFFERENT_BYTES_MIN = 12;

    /** Two of five bytes are printable characters; of random ones, hardly ever so many in a row. */
    private static final int PRINTABLE_MIN = 20;

    private final String id;
    private final byte[] secret;

    private SigningKey(String id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    /**
     * Reads {@code <id>:<Base64 secret>}, standard or URL alphabet.
     *
     * @throws IllegalArgumentException when the id is unusual or the secret is not Base64 or too
     *     short
     */
    public static SigningKey parse(String text) {
        int colon = text.indexOf(':');
        String id = text.substring(0, Math.max(colon, 0));
        if (id.length() > ID_LENGTH_MAX || !Ascii.isName(id)) {
            throw new IllegalArgumentException("a key has the form <id>:<Base64 secret>");
        }
        byte[] secret =
                Base64.getDecoder()
                        .decode(text.substring(colon + 1).replace('-', '+').replace('_', '/'));
        if (secret.length < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "the secret is shorter than " + SECRET_BYTES_MIN + " bytes");
        }
        return new SigningKey(id, secret);
    }

    /** Makes a key that nobody knows. */
    public static SigningKey random(String id) {
        byte[] secret = new byte[SECRET_BYTES_MIN];
        new SecureRandom().nextBytes(secret);
        return new SigningKey(id, secret);
    }

    public String id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** The form that {@link #parse} reads. Secret. */
    public String encoded() {
        return id + ":" + Base64.getEncoder().encodeToString(secret);
    }

    /** Whether a person rather than a random generator seems to have made the secret. */
    public boolean looksLikeAnExample() {
        String text = new String(secret, StandardCharsets.ISO_8859_1);
        return HandMade.looksHandMade(text, DIFFERENT_BYTES_MIN)
                || HandMade.longestPrintable(text) >= PRINTABLE_MIN;
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
