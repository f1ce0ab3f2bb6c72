package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditSeal;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the heads of seals: each is the hash of everything that its seal says and of the head
 * before it, SHA-256, or HMAC-SHA-256 with a key. Who has no key cannot make heads of a keyed
 * chain; an unkeyed one shows whatever was not hashed anew up to its end. Thread-safe.
 */
public final class AuditChain {
    /** The least bytes of a key. */
    public static final int KEY_BYTES_MIN = 32;

    private static final String MAC = "HmacSHA256";

    /** In place of the head before the first. */
    private static final String BEGINNING = "0".repeat(64);

    private final @Nullable SecretKeySpec key;

    private AuditChain(@Nullable SecretKeySpec key) {
        this.key = key;
    }

    /** Returns one without a key. */
    public static AuditChain plain() {
        return new AuditChain(null);
    }

    /**
     * Returns one with a key.
     *
     * @throws IllegalArgumentException when it has less than {@value #KEY_BYTES_MIN} bytes
     */
    public static AuditChain keyed(byte[] key) {
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException("a key has at least " + KEY_BYTES_MIN + " bytes");
        }
        return new AuditChain(new SecretKeySpec(key, MAC));
    }

    /** Returns whether there is a key. */
    public boolean isKeyed() {
        return key != null;
    }

    /** Seals {@code rows}, which follow {@code previous}, as the next of {@code log}. */
    AuditSeal seal(
            String log,
            @Nullable AuditSeal previous,
            long epochDay,
            Segment rows,
            long sealedAtMillis) {
        AuditSeal open =
                new AuditSeal(
                        log,
                        previous == null ? 1 : previous.number() + 1,
                        epochDay,
                        rows.from(),
                        rows.to(),
                        rows.earliestMillis(),
                        rows.finish(),
                        rows.marks(),
                        isKeyed(),
                        BEGINNING,
                        sealedAtMillis);
        return withHead(open, head(previous, open));
    }

    /**
     * Returns the head that {@code seal} must have behind {@code previous}.
     *
     * @throws IllegalStateException when the seal is keyed and there is no key
     */
    String head(@Nullable AuditSeal previous, AuditSeal seal) {
        Encoding marks = new Encoding();
        seal.marks().forEach(marks::number);
        byte[] content =
                new Encoding()
                        .text(previous == null ? BEGINNING : previous.head())
                        .text(seal.log())
                        .number(seal.number())
                        .number(seal.epochDay())
                        .number(seal.fromPosition())
                        .number(seal.toPosition())
                        .number(seal.earliestMillis())
                        .text(seal.rowsHash())
                        .bytes(marks.finish())
                        .number(seal.isKeyed() ? 1 : 0)
                        .number(seal.sealedAtMillis())
                        .finish();
        return HexFormat.of().formatHex(seal.isKeyed() ? mac(content) : hash(content));
    }

    private static byte[] hash(byte[] content) {
        return Segment.sha256().digest(content);
    }

    private byte[] mac(byte[] content) {
        if (key == null) {
            throw new IllegalStateException("the key of the seals is needed");
        }
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    private static AuditSeal withHead(AuditSeal seal, String head) {
        return new AuditSeal(
                seal.log(),
                seal.number(),
                seal.epochDay(),
                seal.fromPosition(),
                seal.toPosition(),
                seal.earliestMillis(),
                seal.rowsHash(),
                seal.marks(),
                seal.isKeyed(),
                head,
                seal.sealedAtMillis());
    }
}
