package com.luckyfunatic.engine.raffle;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 of the JDK, over ASCII text as it comes. Not thread-safe. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns the hash of {@code bytes} in hexadecimal digits. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(new Sha256().digest.digest(bytes));
    }

    void add(String text) {
        digest.update(ascii(text));
    }

    /** Returns the hash in hexadecimal digits, and begins anew. */
    String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                throw new IllegalArgumentException("only ASCII is hashed");
            }
            bytes[i] = (byte) c;
        }
        return bytes;
    }

    /** HMAC-SHA256 with one key. Not thread-safe. */
    static final class Keyed {
        private static final String ALGORITHM = "HmacSHA256";

        private final Mac mac;

        /** Takes the key in hexadecimal digits. */
        Keyed(String key) {
            try {
                mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has " + ALGORITHM, e);
            }
        }

        /** Returns the 32 bytes of {@code text}, which is ASCII. */
        byte[] of(String text) {
            return mac.doFinal(ascii(text));
        }
    }
}
