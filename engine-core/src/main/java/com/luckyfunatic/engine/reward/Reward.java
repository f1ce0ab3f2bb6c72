package com.luckyfunatic.engine.reward;

import com.luckyfunatic.engine.item.ItemStack;
import java.util.List;

/**
 * What something pays.
 *
 * @param funz whole funz
 * @param jokers whole jokers
 * @param items items, each named once
 */
public record Reward(long funz, long jokers, List<ItemStack> items) {
    /** Pays nothing. */
    public static final Reward NOTHING = new Reward(0, 0, List.of());

    /** Copies the list. */
    public Reward {
        items = List.copyOf(items);
    }

    /** Returns a reward of funz alone. */
    public static Reward ofFunz(long funz) {
        return new Reward(funz, 0, List.of());
    }

    /** Returns whether it pays nothing at all. */
    public boolean isNothing() {
        return equals(NOTHING);
    }
}
