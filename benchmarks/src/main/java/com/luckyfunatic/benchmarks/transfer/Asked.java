package com.luckyfunatic.benchmarks.transfer;

import org.jspecify.annotations.Nullable;

/**
 * A transfer that a player has asked for.
 *
 * @param player whose, from 0
 * @param key under which key
 * @param count how many items
 * @param answered the transfer that he was told of; null when he went away without an answer
 * @param repeated the transfer that he was told of when he asked again at the end; null when he did
 *     not
 */
record Asked(
        int player, String key, int count, @Nullable String answered, @Nullable String repeated) {
    Asked repeatedAs(String transfer) {
        return new Asked(player, key, count, answered, transfer);
    }
}
