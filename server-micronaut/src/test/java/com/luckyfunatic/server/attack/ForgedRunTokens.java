package com.luckyfunatic.server.attack;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Forges tokens of runs after a good one. */
final class ForgedRunTokens {
    private static final int SIGNATURE_BYTES = 16;

    private ForgedRunTokens() {}

    /**
     * Returns forgeries of {@code good}.
     *
     * @param other a good token of another run
     */
    static Map<String, String> of(String good, String other, RandomGenerator random) {
        Map<String, String> forged = new LinkedHashMap<>();
        byte[] bytes = Base64.getUrlDecoder().decode(good);
        byte[] others = Base64.getUrlDecoder().decode(other);
        for (int bit = 0; bit < bytes.length * 8; bit += 2) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            forged.put("bit " + bit, Twists.base64(changed));
        }
        for (int length = 1; length < bytes.length; length++) {
            byte[] less = new byte[length];
            System.arraycopy(bytes, 0, less, 0, length);
            forged.put("first " + length + " bytes", Twists.base64(less));
        }
        byte[] mixed = bytes.clone();
        System.arraycopy(others, 0, mixed, 0, SIGNATURE_BYTES);
        forged.put("another run's signature", Twists.base64(mixed));
        byte[] unsigned = bytes.clone();
        Arrays.fill(unsigned, 0, SIGNATURE_BYTES, (byte) 0);
        forged.put("signature of zeros", Twists.base64(unsigned));
        forged.put("another run's", other);
        for (char last :
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            forged.put("last character " + last, good.substring(0, good.length() - 1) + last);
        }
        Twists.of(good, random).forEach((how, text) -> forged.put("text: " + how, text));
        forged.values().removeIf(good::equals);
        return forged;
    }
}
