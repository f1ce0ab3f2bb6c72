package com.luckyfunatic.engine.presence;

import org.jspecify.annotations.Nullable;

/**
 * What a player's client says of itself; nobody checks whether it is true. Immutable.
 *
 * @param platform such as {@code ios}; null when it did not say
 * @param version such as {@code 8.0}; null when it did not say
 */
public record ClientInfo(@Nullable String platform, @Nullable String version) {
    /** A client that says nothing. */
    public static final ClientInfo UNKNOWN = new ClientInfo(null, null);

    /** The longest platform or version, in characters. */
    public static final int LENGTH_MAX = 32;

    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException when one is not 1 to {@value #LENGTH_MAX} ASCII letters,
     *     digits, dots, hyphens and underscores
     */
    public ClientInfo {
        if ((platform != null && !isWord(platform)) || (version != null && !isWord(version))) {
            throw new IllegalArgumentException(
                    "a client's platform and version are words: letters, digits, '.', '-', '_'");
        }
    }

    /** Returns what can be taken of what a client says; what is no word counts as not said. */
    public static ClientInfo of(@Nullable String platform, @Nullable String version) {
        String platformWord = platform != null && isWord(platform) ? platform : null;
        String versionWord = version != null && isWord(version) ? version : null;
        return platformWord == null && versionWord == null
                ? UNKNOWN
                : new ClientInfo(platformWord, versionWord);
    }

    /** Returns what {@code later} says, and what this says where that is silent. */
    public ClientInfo then(ClientInfo later) {
        if (later.platform != null && later.version != null) {
            return later;
        }
        return new ClientInfo(
                later.platform == null ? platform : later.platform,
                later.version == null ? version : later.version);
    }

    private static boolean isWord(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean fits =
                    (each >= 'a' && each <= 'z')
                            || (each >= 'A' && each <= 'Z')
                            || (each >= '0' && each <= '9')
                            || each == '.'
                            || each == '-'
                            || each == '_';
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
