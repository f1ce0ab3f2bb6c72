package com.luckyfunatic.server.telegram;

import com.luckyfunatic.server.crypto.HmacSha256;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one bot, {@code <bot id>:<secret>}; it signs login data with HMAC-SHA256, and opens
 * the Bot API.
 *
 * <p>Immutable. {@link #toString()} shows the bot id only.
 */
public final class BotToken {
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
        byte[] secret = HmacSha256.of(key("WebAppData"), token);
        boolean example =
                token.length() - colon - 1 < SECRET_LENGTH_MIN || token.contains("ABC-DEF1234");
        return new BotToken(botId, token, HmacSha256.key(secret), example);
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
        return HmacSha256.of(key, checkString);
    }

    private static SecretKeySpec key(String text) {
        return HmacSha256.key(text.getBytes(StandardCharsets.UTF_8));
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
