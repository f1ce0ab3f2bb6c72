package com.luckyfunatic.benchmarks.crash;

import org.jspecify.annotations.Nullable;

/**
 * What a player means to do: written down before it is sent, and sent again unchanged.
 *
 * @param id unique in a run
 * @param telegramId whose
 * @param body JSON; a tap's holds its number
 * @param key the idempotency key; null for a tap
 * @param number of a tap; -1 for anything else
 */
record Intent(
        long id,
        long telegramId,
        Kind kind,
        String path,
        String body,
        @Nullable String key,
        long number) {
    /** Something with a key. */
    Intent(long id, long telegramId, Kind kind, String path, String body, @Nullable String key) {
        this(id, telegramId, kind, path, body, key, -1);
    }

    /** Whether it is answered for good when it is carried out, whatever it turns out to cost. */
    boolean isHard() {
        return kind == Kind.CARD || kind == Kind.STORY;
    }

    /** What it is about. */
    enum Kind {
        TAP,
        CARD,
        BOOSTER,
        STORY
    }
}
