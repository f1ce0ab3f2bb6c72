package com.luckyfunatic.engine.reward;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.ArrayList;
import java.util.List;

/**
 * A reward as far as the player can hold it.
 *
 * @param paid what fits below the balance cap and the items' maximums
 * @param cut the rest, which is lost
 */
public record Payment(Reward paid, Reward cut) {
    /** Returns what of {@code reward} can be held by who has {@code wallet} and {@code items}. */
    public static Payment of(Reward reward, Wallet wallet, ItemState items, Catalog catalog) {
        long funz = Amounts.creditable(wallet.funz(), reward.funz());
        long jokers = Amounts.creditable(wallet.jokers(), reward.jokers());
        List<ItemStack> given = new ArrayList<>();
        List<ItemStack> cut = new ArrayList<>();
        for (ItemStack stack : reward.items()) {
            int fits = Math.clamp(room(stack, items, catalog), 0, stack.count());
            add(given, stack, fits);
            add(cut, stack, stack.count() - fits);
        }
        return new Payment(
                new Reward(funz, jokers, given),
                new Reward(reward.funz() - funz, reward.jokers() - jokers, cut));
    }

    private static void add(List<ItemStack> stacks, ItemStack stack, int count) {
        if (count > 0) {
            stacks.add(new ItemStack(stack.item(), count));
        }
    }

    /** An item that the content has no more has no maximum: what was earned is kept. */
    private static long room(ItemStack stack, ItemState items, Catalog catalog) {
        ItemDefinition item = catalog.item(stack.item());
        int max = item == null ? Integer.MAX_VALUE : item.max();
        return (long) max - items.count(stack.item());
    }

    /** Returns a change of {@code state} by {@code paid}. */
    public static PlayerState.Change pay(PlayerState state, Reward paid) {
        ItemState held = state.items();
        for (ItemStack stack : paid.items()) {
            held = held.plus(stack.item(), stack.count());
        }
        Wallet wallet = state.wallet().earnFunz(paid.funz()).change(Currency.JOKERS, paid.jokers());
        return state.change().wallet(wallet).items(held);
    }
}
