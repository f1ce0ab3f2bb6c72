package com.luckyfunatic.server.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.text.Ascii;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a token is ours and valid now.
 *
 * <p>Algorithm, keys, issuer and audiences are ours, never the token's choice. Good tokens are
 * remembered, so that the usual request costs a look-up instead of a verification; their time is
 * compared on every use. A login's token has one spelling, so a caller can fill this memory only by
 * logging in. Thread-safe.
 */
public final class TokenVerifier {
    /** How far the clocks of two servers may differ. */
    public static final Duration SKEW_MAX = Duration.ofSeconds(60);

    /** Ours have at most 470 characters; longer ones are not worth parsing. */
    private static final int TOKEN_LENGTH_MAX = 512;

    /**
     * Three parts in Base64, and the third as HMAC-SHA256 makes it: 256 bits are 43 characters, of
     * which the last carries four, so it is one of sixteen. Header and claims are signed as they
     * are spelled. Libraries are more generous; then one token would have as many spellings as
     * somebody likes to send, each to be verified and remembered.
     */
    private static final Pattern SPELLING =
            Pattern.compile(
                    "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    private static final int REMEMBERED_MAX = 50_000;
    private static final int ID_DIGITS_MAX = 19;

    /** A verified token and the seconds between which it may be used. */
    private record Remembered(TokenAuthentication authentication, long notBefore, long expiresAt) {}

    private final Map<String, MACVerifier> verifiers = new HashMap<>();
    private final Cache<String, Remembered> remembered =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_MAX)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .executor(Runnable::run)
                    .build();

    /** A verifier that accepts the signatures of all given keys. */
    public TokenVerifier(List<SigningKey> keys) {
        for (SigningKey key : keys) {
            try {
                verifiers.put(key.id(), new MACVerifier(key.secret()));
            } catch (JOSEException e) {
                throw new IllegalArgumentException("unusable key " + key, e);
            }
        }
    }

    /** Checks a token as of now. */
    public TokenCheck check(String token, Instant now) {
        if (token.length() > TOKEN_LENGTH_MAX) {
            return TokenCheck.INVALID;
        }
        Remembered known = remembered.getIfPresent(token);
        if (known == null) {
            known = SPELLING.matcher(token).matches() ? verify(token) : null;
            if (known == null) {
                return TokenCheck.INVALID;
            }
            remembered.put(token, known);
        }
        long seconds = now.getEpochSecond();
        if (seconds >= known.expiresAt() + SKEW_MAX.toSeconds()) {
            remembered.invalidate(token);
            return new TokenCheck.Expired(known.authentication());
        }
        return seconds + SKEW_MAX.toSeconds() < known.notBefore()
                ? TokenCheck.INVALID
                : new TokenCheck.Valid(known.authentication());
    }

    private @Nullable Remembered verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            TokenKind kind = kind(jwt.getHeader());
            if (kind == null || !isSignedByUs(jwt)) {
                return null;
            }
            return remember(kind, jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            return null;
        }
    }

    /** The kind that the header claims, or nothing when the header is not one that we write. */
    private static @Nullable TokenKind kind(JWSHeader header) {
        boolean ours =
                JWSAlgorithm.HS256.equals(header.getAlgorithm())
                        && header.getCriticalParams() == null;
        String type = header.getType() == null ? "" : header.getType().getType();
        for (TokenKind kind : TokenKind.values()) {
            if (ours && kind.type().equals(type)) {
                return kind;
            }
        }
        return null;
    }

    private boolean isSignedByUs(SignedJWT jwt) throws JOSEException {
        String keyId = Optional.ofNullable(jwt.getHeader().getKeyID()).orElse("");
        MACVerifier verifier = verifiers.get(keyId);
        return verifier != null && jwt.verify(verifier);
    }

    private static @Nullable Remembered remember(TokenKind kind, JWTClaimsSet claims)
            throws ParseException {
        long player = id(claims.getSubject());
        long session = id(claims.getStringClaim(TokenIssuer.SESSION_CLAIM));
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        Date notBefore = claims.getNotBeforeTime();
        boolean complete =
                TokenIssuer.ISSUER.equals(claims.getIssuer())
                        && List.of(kind.audience()).equals(claims.getAudience())
                        && player > 0
                        && session > 0
                        && issued != null
                        && expires != null
                        && notBefore != null;
        if (!complete) {
            return null;
        }
        return new Remembered(
                new TokenAuthentication(
                        kind,
                        new PlayerId(player),
                        session,
                        issuedMillis(claims, issued.toInstant()),
                        game(claims)),
                notBefore.toInstant().getEpochSecond(),
                expires.toInstant().getEpochSecond());
    }

    /** Tokens of earlier versions have whole seconds only. */
    private static long issuedMillis(JWTClaimsSet claims, Instant issued) throws ParseException {
        Long millis = claims.getLongClaim(TokenIssuer.ISSUED_CLAIM);
        return millis == null ? issued.toEpochMilli() : millis;
    }

    private static @Nullable MinigameId game(JWTClaimsSet claims) throws ParseException {
        String game = claims.getStringClaim(TokenIssuer.GAME_CLAIM);
        try {
            return game == null ? null : new MinigameId(game);
        } catch (IllegalArgumentException e) {
            throw new ParseException("no name of a minigame", 0);
        }
    }

    /** The positive number that a claim spells, or 0. */
    private static long id(@Nullable String text) {
        if (text == null || text.length() > ID_DIGITS_MAX || !Ascii.isDigits(text)) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
