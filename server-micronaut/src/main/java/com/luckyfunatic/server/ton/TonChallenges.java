package com.luckyfunatic.server.ton;

import com.luckyfunatic.engine.player.PlayerId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and recognises challenges: texts that only our servers can make, that tell when they were
 * made, and that are worth nothing for another player.
 *
 * <p>They are kept nowhere, so every server knows those of all; that each is used once, the rules
 * see to. 43 characters, because wallets on hardware sign few. Thread-safe.
 */
public final class TonChallenges {
    private static final String HMAC = "HmacSHA256";
    private static final int TAG_LENGTH = 24;
    private static final int LENGTH = Long.BYTES + TAG_LENGTH;

    private final List<SecretKeySpec> keys;

    /** Signs with the first secret and accepts the signatures of all. */
    public TonChallenges(List<byte[]> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("no secret to sign challenges with");
        }
        // Not the secret itself: a signature of one purpose must be worth nothing for another.
        keys =
                secrets.stream()
                        .map(secret ->
                                mac(
                                        new SecretKeySpec(secret, HMAC),
                                        "ton-challenge".getBytes(StandardCharsets.UTF_8)))
                        .map(derived -> new SecretKeySpec(derived, HMAC))
                        .toList();
    }

    /** Returns a challenge for {@code player}, made at {@code nowMillis}. */
    public String make(PlayerId player, long nowMillis) {
        byte[] tag = tag(keys.getFirst(), player, nowMillis);
        return text(ByteBuffer.allocate(LENGTH).putLong(nowMillis).put(tag).array());
    }

    /**
     * Returns when {@code challenge} was made for {@code player}, epoch milliseconds; nothing when
     * it was not.
     */
    public OptionalLong madeAt(PlayerId player, String challenge) {
        byte[] bytes = bytes(challenge);
        if (bytes.length != LENGTH || !text(bytes).equals(challenge)) {
            return OptionalLong.empty();
        }
        long madeAt = ByteBuffer.wrap(bytes).getLong();
        byte[] tag = Arrays.copyOfRange(bytes, Long.BYTES, LENGTH);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(tag, tag(key, player, madeAt)))
                ? OptionalLong.of(madeAt)
                : OptionalLong.empty();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] tag(SecretKeySpec key, PlayerId player, long madeAt) {
        byte[] content =
                ByteBuffer.allocate(2 * Long.BYTES).putLong(player.value()).putLong(madeAt).array();
        return Arrays.copyOf(mac(key, content), TAG_LENGTH);
    }

    private static byte[] mac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK does not know " + HMAC, e);
        }
    }
}
