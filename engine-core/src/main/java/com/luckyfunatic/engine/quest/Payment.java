package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.ArrayList;
import java.util.List;

/** A reward, as far as the player can hold it, and what is cut off. */
record Payment(
        long funz,
        long jokers,
        List<ItemStack> items,
        long funzCut,
        long jokersCut,
        List<ItemStack> itemsCut) {

    static Payment of(QuestReward reward, PlayerState state, Catalog catalog) {
        long funz = Amounts.creditable(state.wallet().funz(), reward.funz());
        long jokers = Amounts.creditable(state.wallet().jokers(), reward.jokers());
        List<ItemStack> given = new ArrayList<>();
        List<ItemStack> cut = new ArrayList<>();
        for (ItemStack stack : reward.items()) {
            int fits = Math.clamp(room(stack, state, catalog), 0, stack.count());
            add(given, stack, fits);
            add(cut, stack, stack.count() - fits);
        }
        return new Payment(
                funz, jokers, given, reward.funz() - funz, reward.jokers() - jokers, cut);
    }

    private static void add(List<ItemStack> stacks, ItemStack stack, int count) {
        if (count > 0) {
            stacks.add(new ItemStack(stack.item(), count));
        }
    }

    /** An item that the content has no more has no maximum: what was earned is kept. */
    private static long room(ItemStack stack, PlayerState state, Catalog catalog) {
        ItemDefinition item = catalog.item(stack.item());
        int max = item == null ? Integer.MAX_VALUE : item.max();
        return (long) max - state.items().count(stack.item());
    }

    /** Returns {@code state} with what was paid. */
    static PlayerState.Change pay(
            PlayerState state, long funz, long jokers, List<ItemStack> items) {
        ItemState held = state.items();
        for (ItemStack stack : items) {
            held = held.plus(stack.item(), stack.count());
        }
        return state.change()
                .wallet(state.wallet().earnFunz(funz).change(Currency.JOKERS, jokers))
                .items(held);
    }
}
