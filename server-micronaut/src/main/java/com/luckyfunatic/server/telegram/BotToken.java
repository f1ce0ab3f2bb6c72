package com.luckyfunatic.server.telegram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one bot, {@code <bot id>:<secret>}; it signs login data with HMAC-SHA256, and opens
 * the Bot API.
 *
 * <p>Immutable. {@link #toString()} shows the bot id only.
 */
public final class BotToken {
    private static final String HMAC = "HmacSHA256";

    /** Telegram's own secrets have 35 characters; those of test suites and manuals are shorter. */
    private static final int SECRET_LENGTH_MIN = 30;

    private final long botId;
    private final String token;
    private final SecretKeySpec key;
    private final boolean looksLikeAnExample;

    private BotToken(long botId, String token, SecretKeySpec key, boolean looksLikeAnExample) {
        this.botId = botId;
        this.token = token;
        this.key = key;
        this.looksLikeAnExample = looksLikeAnExample;
    }

    /**
     * Reads a token as BotFather gives it.
     *
     * @throws IllegalArgumentException when it is not {@code <digits>:<secret>}; the message does
     *     not repeat it
     */
    public static BotToken parse(String token) {
        int colon = token.indexOf(':');
        if (colon < 1 || colon == token.length() - 1) {
            throw new IllegalArgumentException("a bot token has the form <bot id>:<secret>");
        }
        long botId = BotId.parse(token.substring(0, colon));
        byte[] secret = hmac(key("WebAppData"), token);
        boolean example =
                token.length() - colon - 1 < SECRET_LENGTH_MIN || token.contains("ABC-DEF1234");
        return new BotToken(botId, token, new SecretKeySpec(secret, HMAC), example);
    }

    /**
     * Whether the secret is too short to be Telegram's, or is the one that Telegram's manual
     * prints.
     */
    public boolean looksLikeAnExample() {
        return looksLikeAnExample;
    }

    public long botId() {
        return botId;
    }

    /** What stands for the bot in the addresses of the Bot API. Secret. */
    public String requestPath() {
        return "bot" + URLEncoder.encode(token, StandardCharsets.UTF_8).replace("%3A", ":");
    }

    byte[] sign(String checkString) {
        return hmac(key, checkString);
    }

    private static SecretKeySpec key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK does not know " + HMAC, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BotToken that && botId == that.botId && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(botId, key);
    }

    @Override
    public String toString() {
        return "BotToken[" + botId + "]";
    }
}
