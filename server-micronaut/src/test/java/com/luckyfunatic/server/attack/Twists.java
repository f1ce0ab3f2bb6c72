package com.luckyfunatic.server.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What can be done to any text, whatever it means. Each result is unlike the text itself. */
final class Twists {
    private static final int RANDOM = 24;

    private Twists() {}

    /** Returns twisted copies of {@code text} by what was done to it. */
    static Map<String, String> of(String text, RandomGenerator random) {
        Map<String, String> all = new LinkedHashMap<>();
        lengths(text, all);
        alphabets(text, all);
        for (int i = 0; i < RANDOM; i++) {
            int at = random.nextInt(text.length());
            all.put("bit of character " + at, withBit(text, at, random.nextInt(7)));
            int cut = random.nextInt(text.length());
            all.put("without character " + cut, text.substring(0, cut) + text.substring(cut + 1));
            int twice = random.nextInt(text.length());
            all.put(
                    "character " + twice + " twice",
                    text.substring(0, twice) + text.charAt(twice) + text.substring(twice));
        }
        all.values().removeIf(twisted -> twisted.strip().equals(text));
        return all;
    }

    private static void lengths(String text, Map<String, String> all) {
        all.put("empty", "");
        all.put("a space", " ");
        for (int part = 1; part < 8; part++) {
            all.put("first " + part + "/8", text.substring(0, text.length() * part / 8));
            all.put("last " + part + "/8", text.substring(text.length() * (8 - part) / 8));
        }
        all.put("one character less", text.substring(0, text.length() - 1));
        all.put("first character gone", text.substring(1));
        all.put("one more", text + "A");
        all.put("twice", text + text);
        all.put("twice with a comma", text + ", " + text);
        all.put("twice with a space", text + " " + text);
        for (int size : new int[] {100, 1_000, 4_000, 7_000, 20_000, 60_000}) {
            all.put(size + " more", text + "A".repeat(size));
            all.put(size + " of nothing", "A".repeat(size));
        }
    }

    private static void alphabets(String text, Map<String, String> all) {
        all.put("upper case", text.toUpperCase(Locale.ROOT));
        all.put("lower case", text.toLowerCase(Locale.ROOT));
        all.put("reversed", new StringBuilder(text).reverse().toString());
        all.put("quoted", "\"" + text + "\"");
        all.put("single-quoted", "'" + text + "'");
        all.put("in braces", "{" + text + "}");
        all.put("with a bracket", text + "]");
        all.put("commented", text + "#x");
        all.put("SQL", text + "' OR '1'='1");
        all.put("a wildcard", "%");
        all.put("a star", "*");
        all.put("null", "null");
        all.put("undefined", "undefined");
        all.put("NUL after it", text + "\0");
        all.put("NUL before it", "\0" + text);
        all.put("NUL within", withInside(text, "\0"));
        all.put("NUL and more", text + "\0" + "A");
        all.put("escaped NUL", text + "%00");
        all.put("escape within", withInside(text, "\u001b"));
        all.put("tab within", withInside(text, "\t"));
        all.put("space within", withInside(text, " "));
        all.put("line feed within", withInside(text, "\n"));
        all.put("escaped line feed", text + "%0a");
        all.put("byte order mark", "\ufeff" + text);
        all.put("zero-width space", withInside(text, "\u200b"));
        all.put("no-break space", text + "\u00a0");
        all.put("right-to-left mark", text + "\u202e");
        all.put("combining accent", text + "\u0301");
        all.put("lone surrogate", text + "\ud800");
        all.put("full-width", fullWidth(text));
        all.put("first character percent-escaped", escaped(text.charAt(0)) + text.substring(1));
        all.put("in Base64", base64(text));
        all.put("padded", text + "=");
        all.put("padded twice", text + "==");
        all.put("standard Base64", text.replace('-', '+').replace('_', '/'));
        all.put("URL Base64", text.replace('+', '-').replace('/', '_'));
    }

    /** Returns {@code text} with one bit of one character turned over. */
    static String withBit(String text, int at, int bit) {
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1 << bit) + text.substring(at + 1);
    }

    private static String withInside(String text, String inserted) {
        int middle = text.length() / 2;
        return text.substring(0, middle) + inserted + text.substring(middle);
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c + 0xfee0 : c)));
        return wide.toString();
    }

    private static String escaped(char c) {
        return String.format(Locale.ROOT, "%%%02X", (int) c);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
