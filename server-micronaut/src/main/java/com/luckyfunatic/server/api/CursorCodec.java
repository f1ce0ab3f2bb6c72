package com.luckyfunatic.server.api;

import com.luckyfunatic.server.crypto.PurposeSignature;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Makes cursors: the place where a list goes on, in a form that callers can only send back.
 *
 * <p>A cursor is tied to its list and signed, so that a changed or foreign one is refused instead
 * of reading elsewhere. Thread-safe.
 */
public final class CursorCodec {
    private static final int TAG_BYTES = 12;
    private static final int CURSOR_LENGTH_MAX = 512;

    private final PurposeSignature signature;

    /** Signs with the first secret and accepts the signatures of all. */
    public CursorCodec(List<byte[]> secrets) {
        signature = new PurposeSignature("cursor", secrets, TAG_BYTES);
    }

    /** The cursor for a position in a list. */
    public String encode(String list, String position) {
        byte[] content = position.getBytes(StandardCharsets.UTF_8);
        byte[] cursor =
                Arrays.copyOf(signature.of(nameOf(list), content), TAG_BYTES + content.length);
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
        if (!signature.isOf(tag, nameOf(list), content)) {
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

    /** Ends with a zero, so that no list's name goes on in another's position. */
    private static byte[] nameOf(String list) {
        return (list + '\0').getBytes(StandardCharsets.UTF_8);
    }

    private static ProblemException invalid() {
        return new ProblemException(
                ProblemCode.INVALID_CURSOR, ProblemCode.INVALID_CURSOR.description());
    }
}
