package com.luckyfunatic.server.error;

import java.util.Locale;

/** Who can be answered a code, and so whose words it needs. */
public enum Audience {
    /** Whoever plays, though others may be, too: a client says it in words of its own. */
    PLAYERS,
    /** Operators, and perhaps programs, but nobody who plays. */
    OPERATORS,
    /** Programs alone: whoever writes one reads the server's own words. */
    PROGRAMS;

    /** The word of the reference. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
