package com.luckyfunatic.server.stars;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.server.crypto.PurposeSignature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the payloads of invoices: texts that only our servers can make, which Telegram
 * hands back with the payment. They are kept nowhere, so every server knows those of all.
 *
 * <p>60 characters of Base64 with all numbers and the signature, then the listing: at most 124 of
 * the 128 bytes that Telegram takes. Thread-safe.
 */
public final class InvoicePayloads {
    private static final int TAG_LENGTH = 24;
    private static final int NUMBERS_LENGTH = Long.BYTES + Integer.BYTES + 1 + Long.BYTES;
    private static final int TEXT_LENGTH = (NUMBERS_LENGTH + TAG_LENGTH) / 3 * 4;

    private final PurposeSignature signature;

    /** Signs with the first secret and accepts the signatures of all. */
    public InvoicePayloads(List<byte[]> secrets) {
        signature = new PurposeSignature("star-invoice", secrets, TAG_LENGTH);
    }

    /** Returns the payload of an invoice. */
    String make(InvoiceClaims claims) {
        byte[] numbers =
                ByteBuffer.allocate(NUMBERS_LENGTH)
                        .putLong(claims.player().value())
                        .putInt(claims.stars())
                        .put((byte) claims.quantity())
                        .putLong(claims.madeAtMillis())
                        .array();
        String listing = claims.listing().value();
        byte[] tag = signature.of(numbers, bytesOf(listing));
        return text(ByteBuffer.allocate(NUMBERS_LENGTH + TAG_LENGTH).put(numbers).put(tag).array())
                + listing;
    }

    /** Returns what a payload says; null when it is not one of ours, however it is broken. */
    @Nullable InvoiceClaims read(String payload) {
        if (payload.length() <= TEXT_LENGTH) {
            return null;
        }
        String listing = payload.substring(TEXT_LENGTH);
        byte[] bytes = bytes(payload.substring(0, TEXT_LENGTH));
        if (bytes.length != NUMBERS_LENGTH + TAG_LENGTH) {
            return null;
        }
        byte[] numbers = Arrays.copyOf(bytes, NUMBERS_LENGTH);
        byte[] tag = Arrays.copyOfRange(bytes, NUMBERS_LENGTH, bytes.length);
        return signature.isOf(tag, numbers, bytesOf(listing))
                ? claims(ByteBuffer.wrap(numbers), listing)
                : null;
    }

    private static InvoiceClaims claims(ByteBuffer numbers, String listing) {
        PlayerId player = new PlayerId(numbers.getLong());
        int stars = numbers.getInt();
        int quantity = numbers.get();
        return new InvoiceClaims(
                player, new ListingId(listing), quantity, stars, numbers.getLong());
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

    private static byte[] bytesOf(String listing) {
        return listing.getBytes(StandardCharsets.UTF_8);
    }
}
