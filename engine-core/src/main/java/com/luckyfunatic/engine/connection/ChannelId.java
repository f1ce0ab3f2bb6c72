package com.luckyfunatic.engine.connection;

import java.util.regex.Pattern;

/**
 * A channel or group of Telegram: its public name with {@code @} before it, or its number, which is
 * negative.
 */
public record ChannelId(String value) {
    private static final Pattern FORM =
            Pattern.compile("@[A-Za-z][A-Za-z0-9_]{3,31}|-[1-9][0-9]{0,15}");

    /** Checks the shape. */
    public ChannelId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a channel is @ and its public name, or a negative number");
        }
    }

    /** Returns the channel with {@code publicName}, without the {@code @}. */
    public static ChannelId named(String publicName) {
        return new ChannelId("@" + publicName);
    }

    @Override
    public String toString() {
        return value;
    }
}
