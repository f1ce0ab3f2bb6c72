package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.item.ItemStack;
import java.util.List;

/**
 * What a segment of the wheel pays.
 *
 * @param funz whole funz
 * @param jokers whole jokers
 * @param items items, each named once
 */
public record Prize(long funz, long jokers, List<ItemStack> items) {
    /** Pays nothing. */
    public static final Prize NOTHING = new Prize(0, 0, List.of());

    /** Copies the list. */
    public Prize {
        items = List.copyOf(items);
    }

    /** Returns a prize of funz alone. */
    public static Prize ofFunz(long funz) {
        return new Prize(funz, 0, List.of());
    }

    /** Returns whether it pays nothing at all. */
    public boolean isNothing() {
        return equals(NOTHING);
    }
}
