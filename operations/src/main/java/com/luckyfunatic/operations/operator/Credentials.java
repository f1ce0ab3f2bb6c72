package com.luckyfunatic.operations.operator;

import com.luckyfunatic.engine.operator.CredentialHash;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What operators sign in with: makes it, and recognises it by its hash. Thread-safe; hashing takes
 * {@value #MEMORY_KIB} KiB and some 50 ms of a processor, which is its purpose.
 */
public final class Credentials {
    /** The shortest credential that is accepted, in characters. */
    public static final int LENGTH_MIN = 16;

    /** The longest one. */
    public static final int LENGTH_MAX = 128;

    /** The least that is recommended for Argon2id today, so that several may sign in at once. */
    static final int MEMORY_KIB = 19_456;

    static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int GENERATED_BYTES = 32;

    /** So that whoever finds one, or a scanner of repositories, knows what it is. */
    private static final String PREFIX = "funop_";

    private final SecureRandom random = new SecureRandom();

    /** With the machine's source of chance. */
    public Credentials() {}

    /** Returns a new credential that nobody guesses. */
    public String generate() {
        return PREFIX
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(GENERATED_BYTES));
    }

    /** Returns whether {@code credential} has the length and the characters of one. */
    public static boolean isCredential(String credential) {
        return credential.length() >= LENGTH_MIN
                && credential.length() <= LENGTH_MAX
                && credential.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /**
     * Returns what to store of {@code credential}; another one each time.
     *
     * @throws IllegalArgumentException when it is no credential
     */
    public CredentialHash hash(String credential) {
        if (!isCredential(credential)) {
            throw new IllegalArgumentException(
                    "a credential has "
                            + LENGTH_MIN
                            + " to "
                            + LENGTH_MAX
                            + " printable ASCII characters without spaces");
        }
        Argon2Text made =
                Argon2Text.of(credential, bytes(SALT_BYTES), MEMORY_KIB, PASSES, 1, HASH_BYTES);
        return new CredentialHash(made.text());
    }

    /**
     * Returns whether {@code hash} is that of {@code credential}; takes as long either way.
     *
     * @throws IllegalArgumentException when {@code hash} is none that {@link #hash} could have made
     */
    public boolean matches(String credential, CredentialHash hash) {
        return Argon2Text.parse(hash.value()).isOf(credential);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
