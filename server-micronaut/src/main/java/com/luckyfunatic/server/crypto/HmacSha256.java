package com.luckyfunatic.server.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Authenticates messages by HMAC-SHA256. */
public final class HmacSha256 {
    private static final String NAME = "HmacSHA256";

    private HmacSha256() {}

    /** Returns the key that {@code bytes} are. */
    public static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, NAME);
    }

    /** Returns the code of {@code parts}, one after the other, under {@code key}; 32 bytes. */
    public static byte[] of(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK does not know " + NAME, e);
        }
    }

    /** Returns the code of {@code text} in UTF-8 under {@code key}. */
    public static byte[] of(SecretKeySpec key, String text) {
        return of(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
