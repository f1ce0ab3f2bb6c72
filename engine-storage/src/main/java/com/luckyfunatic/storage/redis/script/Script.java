package com.luckyfunatic.storage.redis.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script as Redis runs it.
 *
 * @param name the command it carries out, such as {@code commit}
 * @param keys how many keys it takes
 * @param text its source, includes and all
 * @param sha what Redis knows it by: the SHA-1 of the text, in hexadecimal digits
 */
public record Script(String name, int keys, String text, String sha) {
    /** Returns the same script with {@code comment}, one line, in front: another one for Redis. */
    public Script under(String comment) {
        if (comment.lines().count() != 1) {
            throw new IllegalArgumentException("the comment must be one line, was " + comment);
        }
        return of(name, keys, "-- " + comment + "\n" + text);
    }

    /**
     * Returns the same script, which does nothing when it is run without keys: another one for
     * Redis. A script that needs none is returned as it is.
     */
    public Script idleWithoutKeys() {
        return keys == 0
                ? this
                : of(name, keys, "if #KEYS == 0 then return {'loaded'} end\n" + text);
    }

    /** Returns the script of {@code text}. */
    static Script of(String name, int keys, String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new Script(name, keys, text, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
