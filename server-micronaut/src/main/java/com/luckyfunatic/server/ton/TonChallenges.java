package com.luckyfunatic.server.ton;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.crypto.PurposeSignature;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes and recognises challenges: texts that only our servers can make, that tell when they were
 * made, and that are worth nothing for another player.
 *
 * <p>They are kept nowhere, so every server knows those of all; that each is used once, the rules
 * see to. 43 characters, because wallets on hardware sign few. Thread-safe.
 */
public final class TonChallenges {
    private static final int TAG_LENGTH = 24;
    private static final int LENGTH = Long.BYTES + TAG_LENGTH;

    private final PurposeSignature signature;

    /** Signs with the first secret and accepts the signatures of all. */
    public TonChallenges(List<byte[]> secrets) {
        signature = new PurposeSignature("ton-challenge", secrets, TAG_LENGTH);
    }

    /** Returns a challenge for {@code player}, made at {@code nowMillis}. */
    public String make(PlayerId player, long nowMillis) {
        byte[] tag = signature.of(content(player, nowMillis));
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
        return signature.isOf(tag, content(player, madeAt))
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

    private static byte[] content(PlayerId player, long madeAt) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(player.value()).putLong(madeAt).array();
    }
}
