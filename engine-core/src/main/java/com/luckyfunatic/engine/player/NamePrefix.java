package com.luckyfunatic.engine.player;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The beginning of a name that somebody looks for. Stores compare letter by letter, so it stands
 * for a few spellings: as it is, in small letters, in capitals, and with a capital first.
 *
 * @param text {@value #LENGTH_MIN} to {@value #LENGTH_MAX} characters, none of them a control
 *     character, without blanks around
 */
public record NamePrefix(String text) {
    /** The shortest: fewer characters are nearly everybody's. */
    public static final int LENGTH_MIN = 2;

    /** The longest, in UTF-16 characters. */
    public static final int LENGTH_MAX = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when it is too short or too long, or no text to look for
     */
    public NamePrefix {
        if (!isPrefix(text)) {
            throw new IllegalArgumentException(
                    "a name is looked for by " + LENGTH_MIN + " to " + LENGTH_MAX + " characters");
        }
    }

    /** Returns whether {@code text} can be one. */
    public static boolean isPrefix(String text) {
        return text.length() >= LENGTH_MIN
                && text.length() <= LENGTH_MAX
                && text.strip().equals(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** Returns the spellings that it stands for, each once. */
    public List<String> spellings() {
        int first = text.offsetByCodePoints(0, 1);
        String rest = text.substring(first).toLowerCase(Locale.ROOT);
        return Stream.of(
                        text,
                        text.toLowerCase(Locale.ROOT),
                        text.toUpperCase(Locale.ROOT),
                        text.substring(0, first).toUpperCase(Locale.ROOT) + rest)
                .distinct()
                .toList();
    }

    /** Returns whether the first name or the user name of {@code account} begins with it. */
    public boolean isOf(TelegramAccount account) {
        String username = account.username();
        return spellings().stream()
                .anyMatch(spelling ->
                        account.firstName().startsWith(spelling)
                                || (username != null && username.startsWith(spelling)));
    }
}
