package com.luckyfunatic.server.telegram;

import com.luckyfunatic.server.telegram.InitDataException.Reason;
import com.luckyfunatic.server.text.Ascii;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a login data string was signed for one of our bots, recently.
 *
 * <p>Checks run in a fixed order, so that every input has one answer: form, signature, age.
 * Thread-safe.
 */
public final class InitDataValidator {
    private static final int HASH_HEX_LENGTH = 64;
    private static final int AUTH_DATE_DIGITS_MAX = 11;

    private final InitDataPolicy policy;
    private final PublicKey telegramKey;

    public InitDataValidator(InitDataPolicy policy) {
        this(policy, policy.environment().publicKey());
    }

    /** For tests, which cannot sign with Telegram's own key. */
    InitDataValidator(InitDataPolicy policy, PublicKey telegramKey) {
        this.policy = policy;
        this.telegramKey = telegramKey;
    }

    /**
     * Parses and checks login data.
     *
     * @param raw the text exactly as Telegram handed it to the Mini App
     * @param now the current time
     * @throws InitDataException when it is refused
     */
    public InitData validate(String raw, Instant now) {
        InitDataFields fields = InitDataFields.parse(raw);
        byte[] hash = hash(fields.require("hash"));
        Instant signedAt = authDate(fields.require("auth_date"));
        TelegramUser user = TelegramUserParser.parse(fields.require("user"));
        long botId = signer(fields, hash);
        requireRecent(signedAt, now);
        return new InitData(
                botId,
                user,
                signedAt,
                fields.get("start_param"),
                fields.get("query_id"),
                fields.get("chat_instance"),
                fields.get("chat_type"));
    }

    /** Lower case only: one login data string has one accepted spelling. */
    private static byte[] hash(String hex) {
        if (hex.length() != HASH_HEX_LENGTH || !Ascii.isLowerHex(hex)) {
            throw InitDataException.malformed("'hash' is not 64 lower-case hexadecimal digits");
        }
        return HexFormat.of().parseHex(hex);
    }

    private static Instant authDate(String seconds) {
        if (seconds.length() > AUTH_DATE_DIGITS_MAX || !Ascii.isDigits(seconds)) {
            throw InitDataException.malformed("'auth_date' is not a time in seconds");
        }
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    private long signer(InitDataFields fields, byte[] hash) {
        OptionalLong bot = signerByToken(fields.checkString("hash"), hash);
        if (bot.isEmpty()) {
            bot = signerByTelegram(fields);
        }
        return bot.orElseThrow(() ->
                new InitDataException(
                        Reason.SIGNATURE_INVALID, "not signed for a bot of this game"));
    }

    private OptionalLong signerByToken(String checkString, byte[] hash) {
        OptionalLong found = OptionalLong.empty();
        for (BotToken token : policy.tokens()) {
            if (MessageDigest.isEqual(token.sign(checkString), hash)) {
                found = OptionalLong.of(token.botId());
            }
        }
        return found;
    }

    private OptionalLong signerByTelegram(InitDataFields fields) {
        byte[] signature = decodeSignature(fields.get("signature"));
        if (signature.length == 0) {
            return OptionalLong.empty();
        }
        String signed = ":WebAppData\n" + fields.checkString("hash", "signature");
        return policy.thirdPartyBotIds().stream()
                .mapToLong(Long::longValue)
                .filter(botId -> verify(botId + signed, signature))
                .findFirst();
    }

    private static byte[] decodeSignature(@Nullable String signature) {
        try {
            return signature == null ? new byte[0] : Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private boolean verify(String text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(telegramKey);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            // The JDK reports a signature of the wrong length or shape this way.
            return false;
        }
    }

    private void requireRecent(Instant signedAt, Instant now) {
        if (signedAt.isAfter(now.plus(InitDataPolicy.FUTURE_SKEW_MAX))) {
            throw new InitDataException(
                    Reason.FROM_FUTURE, "signed more than 60 s ahead of this server's clock");
        }
        if (signedAt.plus(policy.maxAge()).isBefore(now)) {
            throw new InitDataException(
                    Reason.EXPIRED, "signed more than " + policy.maxAge() + " ago");
        }
    }
}
