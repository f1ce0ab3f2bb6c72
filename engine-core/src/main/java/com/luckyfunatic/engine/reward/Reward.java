package com.luckyfunatic.engine.reward;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import java.util.ArrayList;
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

    /** Returns one of one currency. */
    public static Reward of(Currency currency, long amount) {
        return switch (currency) {
            case FUNZ -> ofFunz(amount);
            case JOKERS -> new Reward(0, amount, List.of());
        };
    }

    /** Returns one of items of one kind. */
    public static Reward ofItems(ItemId item, int count) {
        return new Reward(0, 0, List.of(new ItemStack(item, count)));
    }

    /**
     * Returns this so many times.
     *
     * @throws ArithmeticException when that passes what numbers hold; the catalog's check refuses
     *     content that could
     */
    public Reward times(int count) {
        return new Reward(
                Math.multiplyExact(funz, count),
                Math.multiplyExact(jokers, count),
                items.stream()
                        .map(each ->
                                new ItemStack(each.item(), Math.multiplyExact(each.count(), count)))
                        .toList());
    }

    /**
     * Returns this and {@code other} together; of an item that both have, one stack.
     *
     * @throws ArithmeticException when that passes what numbers hold; the catalog's check refuses
     *     content that could
     */
    public Reward plus(Reward other) {
        List<ItemStack> all = new ArrayList<>(items);
        for (ItemStack stack : other.items) {
            int known = 0;
            while (known < all.size() && !all.get(known).item().equals(stack.item())) {
                known++;
            }
            if (known == all.size()) {
                all.add(stack);
            } else {
                int count = Math.addExact(all.get(known).count(), stack.count());
                all.set(known, new ItemStack(stack.item(), count));
            }
        }
        return new Reward(
                Math.addExact(funz, other.funz), Math.addExact(jokers, other.jokers), all);
    }

    /** Returns whether it pays nothing at all. */
    public boolean isNothing() {
        return equals(NOTHING);
    }
}
