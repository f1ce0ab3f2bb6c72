package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.player.PlayerState;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How far a player's game has come.
 *
 * @param rank the rank reached
 * @param funzEarned what was ever earned in it
 * @param taps accepted in it
 * @param cards how many cards are owned
 * @param items how many items are held, of all kinds together
 */
@Schema(
        example =
                """
                {"rank": 4, "funzEarned": 2504505, "taps": 81234, "cards": 12, "items": 7}
                """)
record PlayedGameView(int rank, long funzEarned, long taps, int cards, long items) {
    static PlayedGameView of(PlayerState state) {
        return new PlayedGameView(
                state.rank().rank(),
                state.wallet().funzEarned(),
                state.tap().taps(),
                state.cards().owned().size(),
                state.items().stacks().stream().mapToLong(ItemStack::count).sum());
    }

    /** Returns it in a few words. */
    String words() {
        return "rank " + rank + ", cards " + cards + ", items " + items;
    }
}
