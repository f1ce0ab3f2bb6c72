package com.luckyfunatic.server.connection;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.text.Ascii;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a proof; a bad one is named. */
final class ProofFields {
    static final int NETWORK_LENGTH_MAX = 8;

    /** The longest name of a host. */
    static final int DOMAIN_LENGTH_MAX = 253;

    /** Ours have 43 characters; what is longer is none of ours. */
    static final int PAYLOAD_LENGTH_MAX = 128;

    private static final int KEY_DIGITS = 64;
    private static final int SIGNATURE_BYTES = 64;
    private static final int SIGNATURE_LENGTH_MAX = 88;

    /** Six times that of the largest wallet. */
    private static final int STATE_INIT_LENGTH_MAX = 8_192;

    /** The year 36812, so that milliseconds stay far from the end of their range. */
    private static final long TIMESTAMP_MAX = 1L << 40;

    <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalidField(field, "must be there");
        }
        return value;
    }

    String text(String field, @Nullable String text, int lengthMax) {
        String given = present(field, text);
        if (given.isEmpty() || given.length() > lengthMax) {
            throw ProblemException.invalidField(
                    field, "must have 1 to " + lengthMax + " characters");
        }
        return given;
    }

    TonAddress address(String field, @Nullable String text) {
        try {
            return new TonAddress(present(field, text));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField(
                    field, "must be an address in the raw form, 0: and 64 hexadecimal digits");
        }
    }

    byte[] key(String field, String hex) {
        String digits = hex.toLowerCase(Locale.ROOT);
        if (digits.length() != KEY_DIGITS || !Ascii.isLowerHex(digits)) {
            throw ProblemException.invalidField(field, "must be 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(digits);
    }

    byte[] stateInit(String field, @Nullable String base64) {
        return base64(field, text(field, base64, STATE_INIT_LENGTH_MAX));
    }

    byte[] signature(String field, @Nullable String base64) {
        byte[] signature = base64(field, text(field, base64, SIGNATURE_LENGTH_MAX));
        if (signature.length != SIGNATURE_BYTES) {
            throw ProblemException.invalidField(field, "must be 64 bytes");
        }
        return signature;
    }

    long timestamp(String field, @Nullable Long seconds) {
        long given = present(field, seconds);
        if (given < 0 || given > TIMESTAMP_MAX) {
            throw ProblemException.invalidField(field, "must be a time in seconds since 1970");
        }
        return given;
    }

    private static byte[] base64(String field, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField(field, "must be Base64");
        }
    }
}
