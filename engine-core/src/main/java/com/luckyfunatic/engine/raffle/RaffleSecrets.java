package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.player.PlayerId;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What only the server knows of a raffle.
 *
 * @param seed decides the draw and is shown after it: 64 lower-case hexadecimal digits of 32 bytes
 * @param holderKey hides who holds which ticket and is never shown, in the same form
 */
public record RaffleSecrets(String seed, String holderKey) {
    private static final int BYTES = 32;
    private static final int HOLDER_BYTES = 8;

    /** Checks the form. */
    public RaffleSecrets {
        requireKey("seed", seed);
        requireKey("holderKey", holderKey);
    }

    private static void requireKey(String name, String text) {
        if (text.length() != 2 * BYTES
                || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException(name + " must be 64 lower-case hexadecimal digits");
        }
    }

    /** Returns new ones; {@code random} must be one that nobody can guess. */
    public static RaffleSecrets random(RandomGenerator random) {
        return new RaffleSecrets(key(random), key(random));
    }

    private static String key(RandomGenerator random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Returns the SHA-256 of the seed's 32 bytes in hexadecimal digits, shown from the start. */
    public String commitment() {
        return Sha256.of(HexFormat.of().parseHex(seed));
    }

    /**
     * Returns the name that {@code player} has in the published lists of {@code raffle}: 16
     * hexadecimal digits, the same for all his tickets, another one in every raffle.
     */
    public String holder(RaffleId raffle, PlayerId player) {
        byte[] name = new Sha256.Keyed(holderKey).of(raffle + ":" + player);
        return HexFormat.of().formatHex(name, 0, HOLDER_BYTES);
    }

    /** Returns a text without the secrets. */
    @Override
    public String toString() {
        return "RaffleSecrets[commitment=" + commitment() + "]";
    }
}
