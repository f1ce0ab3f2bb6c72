package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * What is to go to the platform: it has left the player.
 *
 * @param id its name
 * @param player whose it was
 * @param account to which account it goes
 * @param item which item
 * @param count how many, at least 1
 * @param atMillis when it left the player, epoch milliseconds
 */
public record Transfer(
        TransferId id,
        PlayerId player,
        PlatformAccountId account,
        ItemId item,
        int count,
        long atMillis) {
    /** Checks the range. */
    public Transfer {
        requireCount(count);
    }

    /**
     * Returns {@code count} if so many can be transferred.
     *
     * @throws IllegalArgumentException when it is less than 1
     */
    public static int requireCount(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
        return count;
    }
}
