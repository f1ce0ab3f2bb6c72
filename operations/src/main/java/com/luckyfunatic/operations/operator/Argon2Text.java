package com.luckyfunatic.operations.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash with its settings, in the form that other programs write too: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. Thread-safe.
 */
final class Argon2Text {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9])"
                            + "\\$([A-Za-z0-9+/]{11,88})\\$([A-Za-z0-9+/]{22,88})");

    /** What a stored text may ask of this machine for one look at it. */
    private static final int MEMORY_KIB_MAX = 262_144;

    private final int memoryKib;
    private final int passes;
    private final int lanes;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Text(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Text of(
            String secret, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        byte[] hash = hash(secret, salt, memoryKib, passes, lanes, length);
        return new Argon2Text(memoryKib, passes, lanes, salt, hash);
    }

    /**
     * @throws IllegalArgumentException when {@code text} has another form, or asks for too much
     */
    static Argon2Text parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) > MEMORY_KIB_MAX) {
            throw new IllegalArgumentException("not a hash by Argon2id");
        }
        return new Argon2Text(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                Base64.getDecoder().decode(form.group(4)),
                Base64.getDecoder().decode(form.group(5)));
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m="
                + memoryKib
                + ",t="
                + passes
                + ",p="
                + lanes
                + "$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(hash);
    }

    boolean isOf(String secret) {
        return MessageDigest.isEqual(
                hash(secret, salt, memoryKib, passes, lanes, hash.length), hash);
    }

    private static byte[] hash(
            String secret, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[length];
        generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
