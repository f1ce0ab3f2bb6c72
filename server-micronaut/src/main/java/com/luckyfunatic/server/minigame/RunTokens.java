package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.crypto.PurposeSignature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of runs: whoever has one may send the run's score, once. A token names its run, the
 * player and the game, carries the run's secret number, and is signed. Thread-safe.
 */
public final class RunTokens {
    private static final int SIGNATURE_BYTES = 16;
    private static final int NUMBER_BYTES = 3 * Long.BYTES;
    private static final int TOKEN_LENGTH_MAX = 160;

    private final PurposeSignature signature;

    /** Signs with the first secret and accepts the signatures of all. */
    public RunTokens(List<byte[]> secrets) {
        signature = new PurposeSignature("minigame-run", secrets, SIGNATURE_BYTES);
    }

    /** What a token says. */
    record Claims(long run, PlayerId player, long nonce, MinigameId game) {
        /** Returns whether it is the token of {@code of}. */
        boolean isOf(MinigameRun of) {
            return of.id() == run
                    && of.player().equals(player)
                    && of.nonce() == nonce
                    && of.minigame().equals(game);
        }
    }

    /** Returns the token of {@code run}, the same one each time. */
    String token(MinigameRun run) {
        byte[] game = run.minigame().value().getBytes(StandardCharsets.US_ASCII);
        byte[] claims =
                ByteBuffer.allocate(NUMBER_BYTES + game.length)
                        .putLong(run.id())
                        .putLong(run.player().value())
                        .putLong(run.nonce())
                        .put(game)
                        .array();
        byte[] token = Arrays.copyOf(signature.of(claims), SIGNATURE_BYTES + claims.length);
        System.arraycopy(claims, 0, token, SIGNATURE_BYTES, claims.length);
        return encoded(token);
    }

    /** Returns what {@code token} says; null when it is not one of ours. */
    @Nullable Claims claims(String token) {
        byte[] bytes = bytes(token);
        if (bytes.length <= SIGNATURE_BYTES + NUMBER_BYTES) {
            return null;
        }
        byte[] signed = Arrays.copyOf(bytes, SIGNATURE_BYTES);
        byte[] claims = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        if (!signature.isOf(signed, claims)) {
            return null;
        }
        ByteBuffer numbers = ByteBuffer.wrap(claims);
        return new Claims(
                numbers.getLong(),
                new PlayerId(numbers.getLong()),
                numbers.getLong(),
                new MinigameId(
                        new String(
                                claims,
                                NUMBER_BYTES,
                                claims.length - NUMBER_BYTES,
                                StandardCharsets.US_ASCII)));
    }

    /** The decoder lets padding and spare bits pass: a token has the one spelling we give it. */
    private static byte[] bytes(String token) {
        if (token.length() > TOKEN_LENGTH_MAX) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return encoded(bytes).equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
