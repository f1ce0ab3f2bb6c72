package com.luckyfunatic.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(3);
    private static final SigningKey KEY = SigningKey.random("k1");
    private static final SigningKey OLD_KEY = SigningKey.random("k0");
    private static final PlayerId PLAYER = new PlayerId(Long.MAX_VALUE);

    private final TokenVerifier verifier = new TokenVerifier(List.of(KEY, OLD_KEY));

    @Test
    void a_fresh_token_says_who_is_calling() {
        IssuedToken issued = new TokenIssuer(KEY, LIFETIME).issuePlayerToken(PLAYER, 77, NOW);

        assertThat(issued.expiresAt()).isEqualTo(NOW.plus(LIFETIME));
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(verifier.check(issued.token(), NOW))
                .isEqualTo(
                        new TokenCheck.Valid(
                                new TokenAuthentication(
                                        TokenKind.PLAYER, PLAYER, 77, NOW.toEpochMilli(), null)));
        assertThat(verifier.check(issued.token(), NOW))
                .as("from memory")
                .isInstanceOf(TokenCheck.Valid.class);
    }

    @Test
    void every_configured_key_verifies() {
        String token = new TokenIssuer(OLD_KEY, LIFETIME).issuePlayerToken(PLAYER, 1, NOW).token();

        assertThat(verifier.check(token, NOW)).isInstanceOf(TokenCheck.Valid.class);
        assertThat(new TokenVerifier(List.of(KEY)).check(token, NOW)).isEqualTo(TokenCheck.INVALID);
    }

    @Test
    void kinds_stay_apart() {
        String token =
                new TokenIssuer(KEY, LIFETIME)
                        .issue(TokenKind.MINIGAME, PLAYER, 1, NOW, Duration.ofMinutes(5))
                        .token();

        assertThat(verifier.check(token, NOW))
                .isInstanceOfSatisfying(
                        TokenCheck.Valid.class,
                        valid -> {
                            assertThat(valid.authentication().kind()).isEqualTo(TokenKind.MINIGAME);
                            assertThat(valid.authentication().getRoles())
                                    .containsExactly("MINIGAME");
                        });
    }

    @Test
    void a_token_for_a_minigame_says_which() {
        MinigameId game = new MinigameId("stars");
        String token =
                new TokenIssuer(KEY, LIFETIME).issueMinigameToken(PLAYER, 1, game, NOW).token();

        assertThat(verifier.check(token, NOW))
                .isInstanceOfSatisfying(
                        TokenCheck.Valid.class,
                        valid -> {
                            assertThat(valid.authentication().kind()).isEqualTo(TokenKind.MINIGAME);
                            assertThat(valid.authentication().game()).isEqualTo(game);
                        });
        assertThat(verifier.check(token, NOW.plus(Duration.ofMinutes(16))))
                .isInstanceOf(TokenCheck.Expired.class);
    }

    @Test
    void time_is_compared_on_every_use_with_a_minute_of_tolerance() {
        String token = new TokenIssuer(KEY, LIFETIME).issuePlayerToken(PLAYER, 1, NOW).token();

        assertThat(verifier.check(token, NOW.minusSeconds(61))).isEqualTo(TokenCheck.INVALID);
        assertThat(verifier.check(token, NOW.minusSeconds(60)))
                .isInstanceOf(TokenCheck.Valid.class);
        assertThat(verifier.check(token, NOW.plus(LIFETIME).plusSeconds(59)))
                .isInstanceOf(TokenCheck.Valid.class);
        assertThat(verifier.check(token, NOW.plus(LIFETIME).plusSeconds(60)))
                .isInstanceOf(TokenCheck.Expired.class);
        assertThat(verifier.check(token, NOW.plus(LIFETIME).plusSeconds(60)))
                .isInstanceOf(TokenCheck.Expired.class);
    }

    static Stream<Arguments> forged() throws Exception {
        String good = sign(header(), claims(), KEY);
        String[] parts = good.split("\\.", -1);
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("garbage", "garbage"),
                Arguments.of("three dots", "..."),
                Arguments.of("not Base64", "a.b.c"),
                Arguments.of("100 KB", good + "x".repeat(100_000)),
                Arguments.of("signature stripped", parts[0] + "." + parts[1] + "."),
                Arguments.of("signature missing", parts[0] + "." + parts[1]),
                Arguments.of("signature truncated", good.substring(0, good.length() - 2)),
                Arguments.of(
                        "signature of another token",
                        parts[0] + "." + parts[1] + "." + "A".repeat(43)),
                Arguments.of(
                        "claims changed",
                        parts[0] + "." + base64("{\"sub\":\"1\"}") + "." + parts[2]),
                Arguments.of(
                        "algorithm none",
                        base64("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}")
                                + "."
                                + parts[1]
                                + "."),
                Arguments.of(
                        "algorithm None with signature",
                        base64("{\"alg\":\"None\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}")
                                + "."
                                + parts[1]
                                + "."
                                + parts[2]),
                Arguments.of(
                        "another hash",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.HS512)
                                        .type(type("at+jwt"))
                                        .keyID("k1"),
                                claims(),
                                longKey())),
                Arguments.of("RSA", signRsa()),
                Arguments.of("unknown key id", sign(header().keyID("other"), claims(), KEY)),
                Arguments.of(
                        "no key id",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.HS256).type(type("at+jwt")),
                                claims(),
                                KEY)),
                Arguments.of("key id of another key", sign(header().keyID("k0"), claims(), KEY)),
                Arguments.of(
                        "path as key id", sign(header().keyID("../../dev/null"), claims(), KEY)),
                Arguments.of("foreign key", sign(header(), claims(), SigningKey.random("k1"))),
                Arguments.of(
                        "no type",
                        sign(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1"), claims(), KEY)),
                Arguments.of(
                        "plain JWT type", sign(header().type(JOSEObjectType.JWT), claims(), KEY)),
                Arguments.of(
                        "type of another kind", sign(header().type(type("mg+jwt")), claims(), KEY)),
                Arguments.of(
                        "critical header",
                        sign(
                                header().criticalParams(Set.of("x")).customParam("x", 1),
                                claims(),
                                KEY)),
                Arguments.of("wrong audience", sign(header(), claims().audience("minigame"), KEY)),
                Arguments.of(
                        "two audiences",
                        sign(header(), claims().audience(List.of("player", "minigame")), KEY)),
                Arguments.of("no audience", sign(header(), claims().audience((String) null), KEY)),
                Arguments.of("wrong issuer", sign(header(), claims().issuer("else"), KEY)),
                Arguments.of("no expiry", sign(header(), claims().expirationTime(null), KEY)),
                Arguments.of("no start", sign(header(), claims().notBeforeTime(null), KEY)),
                Arguments.of(
                        "future start",
                        sign(
                                header(),
                                claims().notBeforeTime(Date.from(NOW.plusSeconds(61))),
                                KEY)),
                Arguments.of("no subject", sign(header(), claims().subject(null), KEY)),
                Arguments.of("subject 0", sign(header(), claims().subject("0"), KEY)),
                Arguments.of("negative subject", sign(header(), claims().subject("-1"), KEY)),
                Arguments.of(
                        "subject too large",
                        sign(header(), claims().subject("9223372036854775808"), KEY)),
                Arguments.of("subject a name", sign(header(), claims().subject("admin"), KEY)),
                Arguments.of("session a number", sign(header(), claims().claim("sid", 1), KEY)),
                Arguments.of("no time of issue", sign(header(), claims().issueTime(null), KEY)),
                Arguments.of("no session", sign(header(), claims().claim("sid", null), KEY)),
                Arguments.of(
                        "expiry a text",
                        signRaw(
                                "{\"iss\":\"lucky-funatic\",\"aud\":\"player\",\"sub\":\"1\",\"sid\":\"1\",\"nbf\":1,\"exp\":\"9999999999\"}")),
                Arguments.of(
                        "repeated claim",
                        signRaw(
                                "{\"iss\":\"lucky-funatic\",\"aud\":\"player\",\"sub\":\"1\",\"sub\":\"2\",\"sid\":\"1\",\"nbf\":1,\"exp\":9999999999}")),
                Arguments.of("claims a list", signRaw("[]")),
                Arguments.of("claims not JSON", signRaw("nonsense")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void a_forged_token_is_never_accepted(String name, String token) {
        assertThat(verifier.check(token, NOW)).isEqualTo(TokenCheck.INVALID);
        assertThat(verifier.check(token, NOW)).as("again").isEqualTo(TokenCheck.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s!",
                "%s=",
                "%s#abc",
                " %s",
                "%s ",
                "%s\n",
                "%s.",
                "!%s",
                "\u00e4%s",
                "%s\u00e4"
            })
    void a_token_has_one_spelling(String spelling) {
        String token = new TokenIssuer(KEY, LIFETIME).issuePlayerToken(PLAYER, 1, NOW).token();

        assertThat(verifier.check(spelling.formatted(token), NOW)).isEqualTo(TokenCheck.INVALID);
        assertThat(verifier.check(token, NOW)).isInstanceOf(TokenCheck.Valid.class);
    }

    @Test
    void the_bits_of_a_signature_that_nobody_reads_are_zero() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String token = new TokenIssuer(KEY, LIFETIME).issuePlayerToken(PLAYER, 1, NOW).token();
        String start = token.substring(0, token.length() - 1);

        assertThat(
                        alphabet.chars()
                                .filter(last ->
                                        verifier.check(start + (char) last, NOW)
                                                instanceof TokenCheck.Valid)
                                .count())
                .isEqualTo(1);
    }

    @Test
    void the_longest_token_of_ours_is_accepted() {
        SigningKey key = SigningKey.random("k".repeat(32));
        String token =
                new TokenIssuer(key, LIFETIME)
                        .issueMinigameToken(
                                PLAYER, Long.MAX_VALUE, new MinigameId("g".repeat(55)), NOW)
                        .token();

        assertThat(new TokenVerifier(List.of(key)).check(token, NOW))
                .isInstanceOf(TokenCheck.Valid.class);
        assertThat(token.length()).isLessThanOrEqualTo(470);
    }

    @Test
    void the_forgeries_differ_from_a_good_token_only_where_they_say() throws Exception {
        assertThat(verifier.check(sign(header(), claims(), KEY), NOW))
                .isInstanceOf(TokenCheck.Valid.class);
        assertThat(
                        verifier.check(
                                signRaw(
                                        "{\"iss\":\"lucky-funatic\",\"aud\":\"player\",\"sub\":\"1\",\"sid\":\"1\","
                                            + "\"iat\":1,\"nbf\":1,\"exp\":9999999999}"),
                                NOW))
                .isInstanceOf(TokenCheck.Valid.class);
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.HS256).type(type("at+jwt")).keyID("k1");
    }

    private static JOSEObjectType type(String type) {
        return new JOSEObjectType(type);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("lucky-funatic")
                .audience("player")
                .subject("42")
                .claim("sid", "7")
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(3600)));
    }

    private static String sign(
            JWSHeader.Builder header, JWTClaimsSet.Builder claims, SigningKey key)
            throws Exception {
        return sign(header, claims, new MACSigner(key.secret()));
    }

    private static String sign(
            JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner signer)
            throws Exception {
        SignedJWT jwt = new SignedJWT(header.build(), claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWSSigner longKey() throws Exception {
        byte[] secret = new byte[64];
        System.arraycopy(KEY.secret(), 0, secret, 0, 32);
        return new MACSigner(secret);
    }

    private static String signRsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(type("at+jwt")).keyID("k1"),
                claims(),
                new RSASSASigner(generator.generateKeyPair().getPrivate()));
    }

    /** Signs a payload that no library would write. */
    private static String signRaw(String payload) throws Exception {
        String signed =
                base64("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}")
                        + "."
                        + base64(payload);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.secret(), "HmacSHA256"));
        return signed
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
