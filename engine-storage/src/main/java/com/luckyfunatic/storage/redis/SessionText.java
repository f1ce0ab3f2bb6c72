package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.ClientInfo;
import com.luckyfunatic.engine.presence.PlaySession;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Redis holds a session: under the player's id, or under id and start when a later one has
 * begun, as {@code start,last,requests,taps,platform,version}.
 */
final class SessionText {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,15}),(\\d{1,15}),(\\d{1,16}),(\\d{1,16}),([^,]*),([^,]*)");

    private SessionText() {}

    /** Returns the id of the player whose session {@code field} holds; null when it is no such. */
    static @Nullable PlayerId player(String field) {
        try {
            return PlayerId.parse(
                    isEarlier(field) ? field.substring(0, field.indexOf(':')) : field);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether the player of {@code field} has begun a later session. */
    static boolean isEarlier(String field) {
        return field.indexOf(':') >= 0;
    }

    /** Returns the session of {@code player} in {@code text}; null when it cannot be read. */
    static @Nullable PlaySession read(PlayerId player, String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return new PlaySession(
                    player,
                    Long.parseLong(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    Long.parseLong(parts.group(3)),
                    Long.parseLong(parts.group(4)),
                    new ClientInfo(word(parts.group(5)), word(parts.group(6))));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String word(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Returns the platform or version as scripts take it. */
    static String orEmpty(@Nullable String word) {
        return word == null ? "" : word;
    }
}
