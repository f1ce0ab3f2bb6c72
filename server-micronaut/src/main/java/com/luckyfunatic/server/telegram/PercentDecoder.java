package com.luckyfunatic.server.telegram;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes one key or value of a form-encoded string, strictly and exactly once.
 *
 * <p>The JDK's decoder replaces broken sequences by U+FFFD, which would let two different texts
 * sign alike; here a broken escape, an overlong or otherwise invalid UTF-8 sequence and a lone
 * surrogate are errors.
 */
final class PercentDecoder {
    private PercentDecoder() {}

    static String decode(String encoded) {
        ByteBuffer raw = utf8(encoded);
        byte[] decoded = new byte[raw.remaining()];
        int length = 0;
        while (raw.hasRemaining()) {
            byte next = raw.get();
            decoded[length++] =
                    switch (next) {
                        case '+' -> (byte) ' ';
                        case '%' -> escaped(raw);
                        default -> next;
                    };
        }
        return text(ByteBuffer.wrap(decoded, 0, length));
    }

    /** The text as UTF-8; a lone surrogate is an error. */
    static ByteBuffer utf8(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw InitDataException.malformed("not valid Unicode");
        }
    }

    private static byte escaped(ByteBuffer raw) {
        if (raw.remaining() < 2) {
            throw InitDataException.malformed("a percent sign without two hexadecimal digits");
        }
        int high = Character.digit((char) raw.get(), 16);
        int low = Character.digit((char) raw.get(), 16);
        if (high < 0 || low < 0) {
            throw InitDataException.malformed("a percent sign without two hexadecimal digits");
        }
        return (byte) (high << 4 | low);
    }

    private static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw InitDataException.malformed("a value is not valid UTF-8");
        }
    }
}
