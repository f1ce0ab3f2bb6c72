package com.luckyfunatic.server.telegram.bot;

import java.nio.charset.StandardCharsets;

/**
 * What somebody is to pay Telegram Stars for.
 *
 * @param title what the payer reads; cut to {@link #TITLE_MAX} characters
 * @param description what the payer reads below it; cut to {@link #DESCRIPTION_MAX} characters
 * @param payload what Telegram hands back with the payment and the payer never sees; 1 to {@link
 *     #PAYLOAD_BYTES_MAX} bytes
 * @param stars how many, at least 1
 */
public record StarInvoice(String title, String description, String payload, int stars) {
    /** The most characters of a title. */
    public static final int TITLE_MAX = 32;

    /** The most characters of a description. */
    public static final int DESCRIPTION_MAX = 255;

    /** The most bytes of a payload. */
    public static final int PAYLOAD_BYTES_MAX = 128;

    /** Checks the ranges, and cuts what is only read. */
    public StarInvoice {
        title = cut(title, TITLE_MAX);
        description = cut(description, DESCRIPTION_MAX);
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException("a payload of " + bytes + " bytes");
        }
        if (stars < 1) {
            throw new IllegalArgumentException("stars must be at least 1, was " + stars);
        }
    }

    /** Never between the halves of a character. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
