package com.luckyfunatic.server.token;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Makes signed tokens. Thread-safe. */
public final class TokenIssuer {
    /** The {@code iss} claim of all our tokens. */
    static final String ISSUER = "lucky-funatic";

    /** The claim that holds the session id: a decimal string, since it can pass 2^53. */
    static final String SESSION_CLAIM = "sid";

    /** The claim that holds when it was issued, epoch milliseconds; {@code iat} has seconds. */
    static final String ISSUED_CLAIM = "ims";

    private final String keyId;
    private final MACSigner signer;
    private final Duration playerTokenLifetime;

    /** The claim that holds which minigame the token is good for. */
    static final String GAME_CLAIM = "game";

    /** How long a minigame's token is good. */
    static final Duration MINIGAME_TOKEN_LIFETIME = Duration.ofMinutes(15);

    /** An issuer that signs with one key and gives players this long. */
    public TokenIssuer(SigningKey key, Duration playerTokenLifetime) {
        this.keyId = key.id();
        this.playerTokenLifetime = playerTokenLifetime;
        try {
            this.signer = new MACSigner(key.secret());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("unusable key " + key, e);
        }
    }

    /** The token of a player who just logged in. */
    public IssuedToken issuePlayerToken(PlayerId player, long sessionId, Instant now) {
        return issue(TokenKind.PLAYER, player, sessionId, now, playerTokenLifetime);
    }

    /** The token of one minigame, for a player who is logged in. */
    public IssuedToken issueMinigameToken(
            PlayerId player, long sessionId, MinigameId game, Instant now) {
        return issue(TokenKind.MINIGAME, player, sessionId, game, now, MINIGAME_TOKEN_LIFETIME);
    }

    /** A token of any kind; one for minigames is good for none of them. */
    public IssuedToken issue(
            TokenKind kind, PlayerId player, long sessionId, Instant now, Duration lifetime) {
        return issue(kind, player, sessionId, null, now, lifetime);
    }

    private IssuedToken issue(
            TokenKind kind,
            PlayerId player,
            long sessionId,
            @Nullable MinigameId game,
            Instant now,
            Duration lifetime) {
        // Tokens carry whole seconds.
        Instant expiresAt = Instant.ofEpochSecond(now.plus(lifetime).getEpochSecond());
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(kind.audience())
                        .subject(player.toString())
                        .claim(SESSION_CLAIM, Long.toString(sessionId))
                        .claim(ISSUED_CLAIM, now.toEpochMilli())
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(expiresAt))
                        .claim(GAME_CLAIM, game == null ? null : game.value())
                        .build();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType(kind.type()))
                        .keyID(keyId)
                        .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
        return new IssuedToken(token.serialize(), expiresAt);
    }
}
