package com.luckyfunatic.server.logging;

import com.luckyfunatic.server.config.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts that leave the process: what looks like one, and those that the
 * operator has configured. Immutable and thread-safe.
 *
 * <p>It is the last line of defence. Whoever writes a log line must not put a secret into it; but
 * an exception of a library may quote what it could not read.
 */
final class Redactor {
    /** What stands in a secret's place. */
    static final String MASK = "***";

    /** A shorter one could not be told from an ordinary word, and would garble every line. */
    private static final int SECRET_LENGTH_MIN = 4;

    private static final String VALUE = "[^\\s\"'&,;<>\\\\]+";
    private static final String QUOTED_OR_NOT = "(?:\\\\*[\"'])?";

    /**
     * What a secret looks like; the first group stays. Every pattern begins with a fixed text or a
     * word boundary and never looks back, so that long lines cost no more than their length.
     */
    private static final List<Pattern> LOOKS =
            List.of(
                    // Authorization: Bearer, Basic, and Telegram's scheme for initData.
                    Pattern.compile("(?i)\\b((?:bearer|basic|tma)\\s+)[\\w.~+/=%&-]{8,}"),
                    // JSON Web Tokens.
                    Pattern.compile("()\\beyJ[\\w-]{4,}+\\.[\\w-]*+\\.[\\w-]*+"),
                    // Tokens of bots.
                    Pattern.compile("(\\bbot|\\b)\\d{3,20}+:[\\w-]{30,}+"),
                    // Members, parameters and headers that hold secrets, in JSON, forms and
                    // addresses.
                    Pattern.compile(
                            "(?i)\\b((?:hash|signature|init_?data|api[_-]?key|x-api-key|password|"
                                    + "passwd|secret|access_token|token|tgWebAppData)"
                                    + QUOTED_OR_NOT
                                    + "\\s*(?:=|:|%3D)\\s*"
                                    + QUOTED_OR_NOT
                                    + ")"
                                    + VALUE),
                    // User and password in addresses.
                    Pattern.compile("(\\b[a-z][a-z0-9+.-]{1,20}://)[^/\\s@\"']{1,200}+(?=@)"));

    private final List<String> secrets;

    private Redactor(Stream<String> configured) {
        secrets =
                configured
                        .flatMap(secret -> Stream.of(secret, asInJson(secret)))
                        .filter(secret -> secret.length() >= SECRET_LENGTH_MIN)
                        .distinct()
                        // One may be part of another.
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** Masks the secrets of {@code settings} besides what looks like one. */
    static Redactor of(Settings settings) {
        return of(settings.secretTexts());
    }

    /** Masks {@code secrets} besides what looks like one. */
    static Redactor of(Collection<String> secrets) {
        return new Redactor(secrets.stream());
    }

    private static String asInJson(String secret) {
        return secret.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Returns {@code text} without secrets. */
    String redact(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, MASK);
        }
        for (Pattern look : LOOKS) {
            redacted = look.matcher(redacted).replaceAll("$1" + MASK);
        }
        return redacted;
    }

    /** Returns UTF-8 {@code text} without secrets. */
    byte[] redact(byte[] text) {
        return redact(new String(text, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
