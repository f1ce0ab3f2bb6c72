package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.operations.operator.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an {@code Authorization} header of the scheme {@code Basic}.
 *
 * @param name whom it claims to be; null when that is no name
 * @param secret the credential, which must not be shown
 */
record BasicCredential(@Nullable OperatorName name, String secret) {
    private static final String SCHEME = "Basic ";
    private static final int ENCODED_MAX =
            (OperatorName.LENGTH_MAX + 1 + Credentials.LENGTH_MAX + 2) / 3 * 4;

    /** Returns whether a header is of this scheme. */
    static boolean isIn(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Returns what a header of this scheme says; null when it cannot be understood. */
    static @Nullable BasicCredential parse(String authorization) {
        String encoded = authorization.substring(SCHEME.length()).strip();
        if (encoded.length() > ENCODED_MAX) {
            return null;
        }
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return null;
        }
        String text = new String(decoded, StandardCharsets.ISO_8859_1);
        int colon = text.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String name = text.substring(0, colon);
        return new BasicCredential(
                OperatorName.isName(name) ? new OperatorName(name) : null,
                text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return "BasicCredential[" + name + "]";
    }
}
