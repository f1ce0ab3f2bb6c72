package com.luckyfunatic.server.ton;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes with SHA-256. */
final class Sha256 {
    static final int LENGTH = 32;

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
