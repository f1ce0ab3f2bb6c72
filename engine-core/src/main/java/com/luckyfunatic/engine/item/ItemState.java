package com.luckyfunatic.engine.item;

import java.util.ArrayList;
import java.util.List;

/** The items a player holds, in the order they first came. */
public record ItemState(List<ItemStack> stacks) {
    /** No item. */
    public static final ItemState NONE = new ItemState(List.of());

    /** Copies the list. */
    public ItemState {
        stacks = List.copyOf(stacks);
    }

    /** Returns how many of {@code item} are held. */
    public int count(ItemId item) {
        for (ItemStack each : stacks) {
            if (each.item().equals(item)) {
                return each.count();
            }
        }
        return 0;
    }

    /**
     * Returns this with {@code delta} of {@code item} more or fewer.
     *
     * @throws IllegalArgumentException when fewer than none would be left
     */
    public ItemState plus(ItemId item, int delta) {
        int after = count(item) + delta;
        if (after < 0) {
            throw new IllegalArgumentException("cannot hold " + after + " of " + item);
        }
        List<ItemStack> copy = new ArrayList<>(stacks);
        copy.removeIf(each -> each.item().equals(item));
        if (after > 0) {
            copy.add(new ItemStack(item, after));
        }
        return new ItemState(copy);
    }
}
