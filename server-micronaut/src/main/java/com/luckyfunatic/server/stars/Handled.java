package com.luckyfunatic.server.stars;

import java.util.Locale;

/** What was done with what Telegram told. */
enum Handled {
    /** Somebody may pay. */
    ALLOWED,
    /** Somebody may not pay. */
    DECLINED,
    /** What was paid is in the game. */
    GIVEN,
    /** What was paid went back. */
    RETURNED,
    /** That something went back is recorded. */
    NOTED,
    /** It is nothing to us. */
    IGNORED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
