package com.luckyfunatic.server.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.server.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Forges JSON Web Tokens after a good one. Some are signed with the server's own key: then it is
 * what they say that must be refused.
 */
final class ForgedTokens {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] STRANGE_KEY =
            "a key of somebody else, 32 bytes".getBytes(StandardCharsets.UTF_8);
    private static final int SIGNATURE_BITS = 256;

    private final Map<String, String> forged = new LinkedHashMap<>();
    private final String good;
    private final String[] parts;
    private final byte[] key;
    private final long nowSeconds;

    private ForgedTokens(String good, byte[] key, long nowSeconds) {
        this.good = good;
        this.parts = good.split("\\.");
        this.key = key;
        this.nowSeconds = nowSeconds;
    }

    /**
     * Returns forgeries of {@code good}, which {@code key} has signed, by what they are.
     *
     * @param other a good token of the same kind and another player
     */
    static Map<String, String> of(
            String good, String other, byte[] key, long nowSeconds, RandomGenerator random) {
        ForgedTokens forger = new ForgedTokens(good, key, nowSeconds);
        forger.signatures(other.split("\\."));
        forger.algorithms();
        forger.keys();
        forger.changedClaims();
        forger.signedClaims();
        forger.shapes();
        Twists.of(good, random).forEach((how, text) -> forger.add("text: " + how, text));
        return forger.forged;
    }

    private void add(String how, String token) {
        if (!token.equals(good)) {
            forged.put(how, token);
        }
    }

    private void signatures(String[] other) {
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        for (int bit = 0; bit < SIGNATURE_BITS; bit += 2) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            add("signature bit " + bit, parts[0] + "." + parts[1] + "." + Twists.base64(changed));
        }
        String start = good.substring(0, good.length() - 1);
        for (char last :
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            // Some of them decode to the same bytes; the server knows one spelling only.
            add("last character " + last, start + last);
        }
        add("other player's claims", parts[0] + "." + other[1] + "." + parts[2]);
        add("other player's signature", parts[0] + "." + parts[1] + "." + other[2]);
        add("signature of nothing", parts[0] + "." + parts[1] + "." + "A".repeat(43));
        add("signature of ones", parts[0] + "." + parts[1] + "." + "_".repeat(42) + "8");
        add("without signature", parts[0] + "." + parts[1]);
        add("with an empty signature", parts[0] + "." + parts[1] + ".");
        add("signature twice", good + "." + parts[2]);
        add("parts in another order", parts[1] + "." + parts[0] + "." + parts[2]);
    }

    private void algorithms() {
        for (String name :
                List.of(
                        "none", "None", "NONE", "nOnE", "", "HS256 ", "hs256", "HS384", "HS512",
                        "RS256", "ES256", "PS256", "EdDSA", "dir")) {
            String header = header(Map.of("alg", name));
            add("alg " + name + ", no signature", header + "." + parts[1] + ".");
            add("alg " + name + ", kept signature", header + "." + parts[1] + "." + parts[2]);
            add("alg " + name + ", signed", hmac("HmacSHA256", header + "." + parts[1], key));
        }
        add(
                "HS384, signed so",
                hmac("HmacSHA384", header(Map.of("alg", "HS384")) + "." + parts[1], key));
        add(
                "HS512, signed so",
                hmac("HmacSHA512", header(Map.of("alg", "HS512")) + "." + parts[1], key));
        add("HS256, signed with SHA-512", hmac("HmacSHA512", parts[0] + "." + parts[1], key));
        add("alg a list", signed(header(Map.of("alg", List.of("HS256"))), parts[1]));
        add("alg missing", signed(without(0, "alg"), parts[1]));
    }

    private void keys() {
        add("another key", hmac("HmacSHA256", parts[0] + "." + parts[1], STRANGE_KEY));
        add("a key of zeros", hmac("HmacSHA256", parts[0] + "." + parts[1], new byte[32]));
        for (String id :
                List.of(
                        "",
                        "k0",
                        "k2",
                        "K1",
                        "k1 ",
                        "../../../../dev/null",
                        "k1' OR '1'='1",
                        "k1\0",
                        "\u212a1")) {
            String header = header(Map.of("kid", id));
            add("key id '" + id + "'", signed(header, parts[1]));
            add("key id '" + id + "', kept signature", header + "." + parts[1] + "." + parts[2]);
        }
        add("key id missing", signed(without(0, "kid"), parts[1]));
        add("key id a number", signed(header(Map.of("kid", 1)), parts[1]));
        Map<String, Object> jwk =
                Map.of("kty", "oct", "k", Twists.base64(STRANGE_KEY), "kid", "k1");
        for (Map<String, Object> brought :
                List.<Map<String, Object>>of(
                        Map.of("jwk", jwk),
                        Map.of("jku", "http://127.0.0.1:1/keys"),
                        Map.of("x5u", "http://127.0.0.1:1/keys"),
                        Map.of("x5c", List.of(Twists.base64(STRANGE_KEY))),
                        Map.of("crit", List.of("b64"), "b64", false))) {
            add(
                    "brings " + brought.keySet(),
                    hmac("HmacSHA256", header(brought) + "." + parts[1], STRANGE_KEY));
        }
        add("critical extension", signed(header(Map.of("crit", List.of("x"), "x", 1)), parts[1]));
        for (String type :
                List.of("JWT", "at+jwt", "mg+jwt", "bt+jwt", "AT+JWT", "application/at+jwt", "")) {
            if (!header(Map.of("typ", type)).equals(parts[0])) {
                // RFC 7515 lets types be compared without regard to case, and so does the library.
                boolean same = type.equalsIgnoreCase(json(0).path("typ").asText());
                if (!same) {
                    add("type " + type, signed(header(Map.of("typ", type)), parts[1]));
                }
            }
        }
        add("type missing", signed(without(0, "typ"), parts[1]));
    }

    /** Claims that somebody would like, under the signature of others. */
    private void changedClaims() {
        claims().forEach((how, claims) ->
                add(how + ", kept signature", parts[0] + "." + claims + "." + parts[2]));
        for (String sub : List.of("1", "2", "9223372036854775807", "admin", "*")) {
            add(
                    "player " + sub + ", kept signature",
                    parts[0] + "." + with(1, Map.of("sub", sub)) + "." + parts[2]);
        }
        add(
                "another session, kept signature",
                parts[0] + "." + with(1, Map.of("sid", "1")) + "." + parts[2]);
        add(
                "role added, kept signature",
                parts[0] + "." + with(1, Map.of("roles", List.of("OPERATOR"))) + "." + parts[2]);
    }

    /** Claims that our key would have signed only by mistake. */
    private void signedClaims() {
        claims().forEach((how, claims) -> add(how + ", signed", signed(parts[0], claims)));
    }

    private Map<String, String> claims() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("expired a minute and an instant ago", with(1, Map.of("exp", nowSeconds - 60)));
        all.put("expired long ago", with(1, Map.of("exp", 1)));
        all.put("expires before all time", with(1, Map.of("exp", -1)));
        all.put("expiry a text", with(1, Map.of("exp", "tomorrow")));
        all.put("not yet valid", with(1, Map.of("nbf", nowSeconds + 61)));
        all.put("valid in a thousand years", with(1, Map.of("nbf", 40_000_000_000L)));
        for (String issuer :
                List.of(
                        "",
                        "lucky-funatic ",
                        "Lucky-Funatic",
                        "somebody",
                        "lucky-funatic.example")) {
            all.put("issuer '" + issuer + "'", with(1, Map.of("iss", issuer)));
        }
        for (Object audience :
                List.of(
                        "",
                        "player ",
                        "PLAYER",
                        "operator",
                        "*",
                        List.of(),
                        List.of("player", "minigame"),
                        List.of("balloon", "player", "minigame"))) {
            all.put("audience " + audience, with(1, Map.of("aud", audience)));
        }
        for (Object sub :
                List.of(
                        "0",
                        "-1",
                        "+1",
                        "01x",
                        " 1",
                        "9223372036854775808",
                        "1.5",
                        "1e3",
                        "\u0661",
                        "admin",
                        "")) {
            all.put("subject '" + sub + "'", with(1, Map.of("sub", sub)));
        }
        for (Object sid :
                List.of("0", "-1", "x", "", "9223372036854775808", 1, true, List.of("1"))) {
            all.put("session " + sid, with(1, Map.of("sid", sid)));
        }
        for (String claim : List.of("iss", "aud", "sub", "sid", "exp", "nbf", "iat")) {
            all.put("without " + claim, without(1, claim));
        }
        return all;
    }

    private void shapes() {
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        add(
                "claim twice",
                signed(parts[0], Twists.base64("{\"sub\":\"2\"," + claims.substring(1))));
        add(
                "claim twice at the end",
                signed(
                        parts[0],
                        Twists.base64(
                                claims.substring(0, claims.length() - 1) + ",\"sub\":\"2\"}")));
        add(
                "header twice",
                signed(Twists.base64("{\"alg\":\"none\"," + header.substring(1)), parts[1]));
        add("claims a list", signed(parts[0], Twists.base64("[" + claims + "]")));
        add("claims a text", signed(parts[0], Twists.base64("\"x\"")));
        add("claims null", signed(parts[0], Twists.base64("null")));
        add("claims empty", signed(parts[0], Twists.base64("{}")));
        add("claims broken", signed(parts[0], Twists.base64(claims.substring(1))));
        add(
                "claims with broken UTF-8",
                signed(parts[0], Twists.base64(new byte[] {(byte) 0xc0, (byte) 0xaf})));
        add(
                "deep claims",
                signed(parts[0], Twists.base64("{\"a\":".repeat(50) + "1" + "}".repeat(50))));
        add("dots only", "..");
        add("five parts, as if encrypted", parts[0] + "..AAAA." + parts[1] + "." + parts[2]);
        add("escaped dots", good.replace(".", "%2E"));
        add("full-width dots", good.replace('.', '\uff0e'));
        add("ideographic dots", good.replace('.', '\u3002'));
        add("Cyrillic letter", "\u0435" + good.substring(1));
        add("scheme twice", "Bearer " + good);
        add(
                "JSON form",
                "{\"protected\":\""
                        + parts[0]
                        + "\",\"payload\":\""
                        + parts[1]
                        + "\",\"signature\":\""
                        + parts[2]
                        + "\"}");
    }

    private String header(Map<String, ?> changes) {
        return with(0, changes);
    }

    private ObjectNode json(int part) {
        try {
            return (ObjectNode)
                    JSON.readTree(
                            new String(
                                    Base64.getUrlDecoder().decode(parts[part]),
                                    StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String with(int part, Map<String, ?> changes) {
        ObjectNode changed = json(part);
        changes.forEach((name, value) -> changed.set(name, JSON.valueToTree(value)));
        return Twists.base64(changed.toString());
    }

    private String without(int part, String member) {
        ObjectNode changed = json(part);
        changed.remove(member);
        return Twists.base64(changed.toString());
    }

    private String signed(String header, String claims) {
        String text = header + "." + claims;
        return text + "." + Twists.base64(HmacSha256.of(HmacSha256.key(key), text));
    }

    private static String hmac(String algorithm, String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return text + "." + Twists.base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
