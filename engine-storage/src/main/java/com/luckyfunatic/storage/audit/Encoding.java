package com.luckyfunatic.storage.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that differ whenever the values do: each with its kind and its length before it,
 * so that no two lists of values look alike. Not thread-safe.
 */
public final class Encoding {
    private static final byte NOTHING = 0;
    private static final byte NUMBER = 1;
    private static final byte TEXT = 2;
    private static final byte BYTES = 3;
    private static final int LENGTH_BYTES = 5;

    private byte[] buffer = new byte[512];
    private int size;

    /** Begins with nothing. */
    public Encoding() {}

    /** Adds a number. */
    public Encoding number(long value) {
        ensure(Long.BYTES + 1);
        buffer[size++] = NUMBER;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Adds a number, or that there is none. */
    public Encoding maybe(@Nullable Long value) {
        return value == null ? nothing() : number(value);
    }

    /** Adds a text, or that there is none. */
    public Encoding text(@Nullable String value) {
        return value == null ? nothing() : add(TEXT, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the bytes of a text in UTF-8, as {@link #text} does. */
    public Encoding utf8(byte @Nullable [] value) {
        return value == null ? nothing() : add(TEXT, value);
    }

    /** Adds bytes, or that there are none. */
    public Encoding bytes(byte @Nullable [] value) {
        return value == null ? nothing() : add(BYTES, value);
    }

    /** Returns what was added, and begins anew. */
    public byte[] finish() {
        byte[] made = Arrays.copyOf(buffer, size);
        size = 0;
        return made;
    }

    /**
     * Returns the first eight bytes of the SHA-256 of what was added, as a number, and begins anew.
     */
    public long mark() {
        MessageDigest hash = Segment.sha256();
        hash.update(buffer, 0, size);
        size = 0;
        return ByteBuffer.wrap(hash.digest()).getLong();
    }

    private Encoding nothing() {
        ensure(1);
        buffer[size++] = NOTHING;
        return this;
    }

    private Encoding add(byte kind, byte[] value) {
        ensure(LENGTH_BYTES + value.length);
        buffer[size++] = kind;
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[size++] = (byte) (value.length >>> shift);
        }
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
