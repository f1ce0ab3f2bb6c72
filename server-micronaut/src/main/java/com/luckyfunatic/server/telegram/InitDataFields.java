package com.luckyfunatic.server.telegram;

import com.luckyfunatic.server.text.Ascii;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The decoded fields of one login data string, sorted by key.
 *
 * <p>The text that is signed joins {@code key=value} lines by line feeds, so a line feed or an
 * equals sign inside a <em>key</em> would let one signed text be cut into other fields, for
 * instance to hide {@code auth_date}. Keys are therefore held to a narrow shape and control
 * characters are refused everywhere.
 */
final class InitDataFields {
    /** Longest accepted login data, in bytes. */
    static final int BYTES_MAX = 4096;

    private static final int KEY_LENGTH_MAX = 64;

    private final SortedMap<String, String> values;

    private InitDataFields(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /**
     * Splits, then decodes: decoding first would let an encoded ampersand make new fields.
     *
     * @throws InitDataException when the text is too long, a key is repeated or badly shaped, or a
     *     value holds a control character
     */
    static InitDataFields parse(String raw) {
        if (raw.length() > BYTES_MAX || PercentDecoder.utf8(raw).remaining() > BYTES_MAX) {
            throw InitDataException.malformed("longer than " + BYTES_MAX + " bytes");
        }
        SortedMap<String, String> values = new TreeMap<>();
        int start = 0;
        while (start <= raw.length()) {
            int ampersand = raw.indexOf('&', start);
            int end = ampersand < 0 ? raw.length() : ampersand;
            add(values, raw.substring(start, end));
            start = end + 1;
        }
        return new InitDataFields(values);
    }

    private static void add(Map<String, String> values, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw InitDataException.malformed("a field without an equals sign");
        }
        String key = PercentDecoder.decode(pair.substring(0, equals));
        String value = PercentDecoder.decode(pair.substring(equals + 1));
        requireKeyShape(key);
        requireNoControlCharacter(value);
        if (values.put(key, value) != null) {
            throw InitDataException.malformed("a field is repeated");
        }
    }

    private static void requireKeyShape(String key) {
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX) {
            throw InitDataException.malformed("a key of unusual length");
        }
        if (!Ascii.isName(key)) {
            throw InitDataException.malformed("a key with unusual characters");
        }
    }

    private static void requireNoControlCharacter(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7f) {
                throw InitDataException.malformed("a control character");
            }
        }
    }

    @Nullable String get(String key) {
        return values.get(key);
    }

    /**
     * A field that must be there.
     *
     * @throws InitDataException when it is absent
     */
    String require(String key) {
        String value = values.get(key);
        if (value == null) {
            throw InitDataException.malformed("'" + key + "' is missing");
        }
        return value;
    }

    /**
     * The signed text: every field but the named ones, one {@code key=value} per line, in key
     * order.
     */
    String checkString(String... without) {
        Set<String> left = Set.of(without);
        return values.entrySet().stream()
                .filter(field -> !left.contains(field.getKey()))
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
    }
}
