package com.luckyfunatic.server.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Forges what operators sign in with. Each costs the server a hash that is meant to be slow, so
 * these are chosen rather than drawn.
 */
final class ForgedOperators {
    private ForgedOperators() {}

    /** Returns headers that {@code name} with {@code secret} has not sent. */
    static Map<String, String> of(
            String name, String secret, String otherName, String otherSecret) {
        Map<String, String> forged = new LinkedHashMap<>();
        for (int at = 0; at < secret.length(); at += 16) {
            forged.put("bit of character " + at, basic(name, Twists.withBit(secret, at, 0)));
        }
        for (int length = 0; length < secret.length(); length += 24) {
            forged.put("first " + length, basic(name, secret.substring(0, length)));
        }
        for (String wrong :
                List.of(
                        secret + "A",
                        secret + secret,
                        secret + " ",
                        " " + secret,
                        secret + "\0",
                        "\0" + secret,
                        secret + "\n",
                        secret + "=",
                        secret.toUpperCase(Locale.ROOT),
                        secret.toLowerCase(Locale.ROOT),
                        ":" + secret,
                        "null",
                        "*",
                        "' OR '1'='1",
                        otherSecret,
                        secret + "\u00a0",
                        Twists.base64(secret))) {
            forged.put("secret " + wrong.length() + wrong.hashCode(), basic(name, wrong));
        }
        for (String wrong :
                List.of(
                        "",
                        name.toUpperCase(Locale.ROOT),
                        name + " ",
                        " " + name,
                        name + "\0",
                        name + "x",
                        name.substring(1),
                        otherName,
                        "admin",
                        "*",
                        "' OR 1=1 --",
                        "../" + name,
                        name + "\n" + name,
                        "\u00e4",
                        "x".repeat(200))) {
            forged.put("name " + wrong.length() + wrong.hashCode(), basic(wrong, secret));
        }
        String good = basic(name, secret).substring("Basic ".length());
        for (String text :
                List.of(
                        "",
                        " ",
                        good.substring(1),
                        good.substring(0, good.length() / 2),
                        good + "=",
                        good + "A",
                        good + " " + good,
                        good + "," + good,
                        name + ":" + secret,
                        "A".repeat(7_000),
                        "A".repeat(50_000),
                        "!!!",
                        "%42",
                        "\u00e4",
                        good.toLowerCase(Locale.ROOT),
                        good.toUpperCase(Locale.ROOT),
                        Twists.base64(good),
                        "\0" + good,
                        good.replace("=", "") + "====")) {
            forged.put("text " + text.length() + text.hashCode(), "Basic " + text);
        }
        for (String scheme :
                List.of("Bearer ", "Digest ", "Negotiate ", "xBasic ", "Basic", "", "Basic\0")) {
            forged.put("scheme '" + scheme + "'", scheme + good);
        }
        return forged;
    }

    static String basic(String name, String secret) {
        byte[] text = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text);
    }
}
