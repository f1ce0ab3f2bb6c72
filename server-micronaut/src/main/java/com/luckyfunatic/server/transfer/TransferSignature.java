package com.luckyfunatic.server.transfer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to the platform: {@code v1=} and the HMAC-SHA256, in lower-case hexadecimal
 * digits, of the moment, the method, the path and the body, each but the last followed by a line
 * feed. Thread-safe.
 */
final class TransferSignature {
    /** The header with the moment of the request, epoch milliseconds. */
    static final String TIMESTAMP_HEADER = "X-Timestamp";

    /** The header with the signature. */
    static final String HEADER = "X-Signature";

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    TransferSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** Returns the value of {@link #HEADER}. */
    String of(long atMillis, String method, String path, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            String head = atMillis + "\n" + method + "\n" + path + "\n";
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK does not know " + HMAC, e);
        }
    }
}
