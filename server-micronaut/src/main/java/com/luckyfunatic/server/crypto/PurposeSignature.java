package com.luckyfunatic.server.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs for one purpose with secrets that serve several: a signature of one purpose is worth
 * nothing for another. Signs with the first secret and accepts the signatures of all, so that
 * secrets can be replaced one after the other. Thread-safe.
 */
public final class PurposeSignature {
    private final List<SecretKeySpec> keys;
    private final int length;

    /**
     * Derives a key of each secret.
     *
     * @param purpose what is signed, unlike everything else that the secrets sign
     * @param length the bytes of a signature, 1 to 32; the rest is cut off
     * @throws IllegalArgumentException when there is no secret
     */
    public PurposeSignature(String purpose, List<byte[]> secrets, int length) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("no secret to sign with: " + purpose);
        }
        this.length = length;
        keys =
                secrets.stream()
                        .map(secret -> HmacSha256.of(HmacSha256.key(secret), purpose))
                        .map(HmacSha256::key)
                        .toList();
    }

    /** Returns the signature of {@code parts}, one after the other. */
    public byte[] of(byte[]... parts) {
        return of(keys.getFirst(), parts);
    }

    /**
     * Returns whether {@code signature} is one of {@code parts}, in a time that does not tell how
     * much of it is right.
     */
    public boolean isOf(byte[] signature, byte[]... parts) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(signature, of(key, parts)));
    }

    private byte[] of(SecretKeySpec key, byte[]... parts) {
        return Arrays.copyOf(HmacSha256.of(key, parts), length);
    }
}
