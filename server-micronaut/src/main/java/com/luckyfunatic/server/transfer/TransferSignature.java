package com.luckyfunatic.server.transfer;

import com.luckyfunatic.server.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

    private final SecretKeySpec key;

    TransferSignature(String secret) {
        key = HmacSha256.key(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the value of {@link #HEADER}. */
    String of(long atMillis, String method, String path, byte[] body) {
        String head = atMillis + "\n" + method + "\n" + path + "\n";
        byte[] code = HmacSha256.of(key, head.getBytes(StandardCharsets.UTF_8), body);
        return "v1=" + HexFormat.of().formatHex(code);
    }
}
