package com.luckyfunatic.server.api;

import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes cursors: the place where a list goes on, in a form that callers can only send back.
 *
 * <p>A cursor is tied to its list and signed, so that a changed or foreign one is refused instead
 * of reading elsewhere. Thread-safe.
 */
public final class CursorCodec {
    private static final String HMAC = "HmacSHA256";
    private static final int TAG_BYTES = 12;
    private static final int CURSOR_LENGTH_MAX = 512;

    private final List<SecretKeySpec> keys;

    /** Signs with the first secret and accepts the signatures of all. */
    public CursorCodec(List<byte[]> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("no secret to sign cursors with");
        }
        // Not the secret itself: a signature of one purpose must be worth nothing for another.
        keys =
                secrets.stream()
                        .map(secret ->
                                mac(
                                        new SecretKeySpec(secret, HMAC),
                                        "cursor".getBytes(StandardCharsets.UTF_8)))
                        .map(derived -> new SecretKeySpec(derived, HMAC))
                        .toList();
    }

    /** The cursor for a position in a list. */
    public String encode(String list, String position) {
        byte[] content = position.getBytes(StandardCharsets.UTF_8);
        byte[] cursor =
                Arrays.copyOf(tag(keys.getFirst(), list, content), TAG_BYTES + content.length);
        System.arraycopy(content, 0, cursor, TAG_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * The position that a cursor stands for.
     *
     * @throws ProblemException when this list did not make it
     */
    public String decode(String list, String cursor) {
        byte[] bytes = bytes(cursor);
        if (bytes.length < TAG_BYTES) {
            throw invalid();
        }
        byte[] tag = Arrays.copyOf(bytes, TAG_BYTES);
        byte[] content = Arrays.copyOfRange(bytes, TAG_BYTES, bytes.length);
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(tag, tag(key, list, content)))) {
            throw invalid();
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String cursor) {
        try {
            return cursor.length() > CURSOR_LENGTH_MAX
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] tag(SecretKeySpec key, String list, byte[] content) {
        byte[] name = list.getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(name, name.length + 1 + content.length);
        System.arraycopy(content, 0, message, name.length + 1, content.length);
        return Arrays.copyOf(mac(key, message), TAG_BYTES);
    }

    private static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK does not know " + HMAC, e);
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(
                ProblemCode.INVALID_CURSOR, ProblemCode.INVALID_CURSOR.description());
    }
}
