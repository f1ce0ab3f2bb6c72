package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.player.PlayerState;
import org.jspecify.annotations.Nullable;

/**
 * What a player has of what a plan is about.
 *
 * @param funz the balance
 * @param jokers the balance
 * @param items how many of the plan's item; null of a plan about funds
 */
record HoldingsView(long funz, long jokers, @Nullable Integer items) {
    static HoldingsView of(PlayerState state, Command command) {
        return new HoldingsView(
                state.wallet().funz(),
                state.wallet().jokers(),
                command instanceof AdjustItem adjust ? state.items().count(adjust.item()) : null);
    }

    /** Returns it in a few words. */
    String words() {
        return "funz " + funz + ", jokers " + jokers + (items == null ? "" : ", items " + items);
    }
}
