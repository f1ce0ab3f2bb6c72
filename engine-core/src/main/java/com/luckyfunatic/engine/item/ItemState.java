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
        int at = indexOf(item);
        return at < 0 ? 0 : stacks.get(at).count();
    }

    /**
     * Returns this with {@code delta} of {@code item} more or fewer.
     *
     * @throws IllegalArgumentException when fewer than none would be left
     */
    public ItemState plus(ItemId item, int delta) {
        int after = Math.addExact(count(item), delta);
        if (after < 0) {
            throw new IllegalArgumentException("cannot hold " + after + " of " + item);
        }
        int at = indexOf(item);
        List<ItemStack> copy = new ArrayList<>(stacks);
        if (at < 0 && after > 0) {
            copy.add(new ItemStack(item, after));
        } else if (after > 0) {
            copy.set(at, new ItemStack(item, after));
        } else if (at >= 0) {
            copy.remove(at);
        }
        return new ItemState(copy);
    }

    private int indexOf(ItemId item) {
        for (int i = 0; i < stacks.size(); i++) {
            if (stacks.get(i).item().equals(item)) {
                return i;
            }
        }
        return -1;
    }
}
