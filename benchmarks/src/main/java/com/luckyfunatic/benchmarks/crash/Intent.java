package com.luckyfunatic.benchmarks.crash;

import org.jspecify.annotations.Nullable;

/**
 * What a player means to do: written down before it is sent, and sent again unchanged.
 *
 * @param id unique in a run
 * @param telegramId whose
 * @param body JSON; a tap's holds its number
 * @param key the idempotency key; null for a tap
 */
record Intent(long id, long telegramId, Kind kind, String path, String body, @Nullable String key) {
    /** What it is about. */
    enum Kind {
        TAP,
        CARD,
        BOOSTER,
        STORY
    }
}
