package com.luckyfunatic.engine.reward;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemRefusal;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletRefusal;
import com.luckyfunatic.engine.wallet.WalletRules;
import org.jspecify.annotations.Nullable;

/**
 * Giving something for something else: all of it, or nothing. Pure.
 *
 * <p>What is won is cut at the balance cap and at the items' maximums ({@link Payment}). What a
 * player gives something for is not: then nothing happens, and nothing is lost.
 */
public final class Barter {
    private Barter() {}

    /**
     * Returns why {@code taken} cannot be given for {@code given}: too little funz, jokers or items
     * is held, or more would be held afterwards than can be, in this order; null when it can.
     */
    public static @Nullable Refusal whyNot(
            PlayerState state, Reward taken, Reward given, Catalog catalog) {
        Wallet wallet = state.wallet();
        Refusal poor = WalletRules.whyNotPayable(wallet, Currency.FUNZ, taken.funz());
        if (poor == null) {
            poor = WalletRules.whyNotPayable(wallet, Currency.JOKERS, taken.jokers());
        }
        if (poor == null) {
            poor = whyNotInHand(state.items(), taken);
        }
        return poor == null ? whyNotHoldable(without(state, taken), given, catalog) : poor;
    }

    private static @Nullable Refusal whyNotInHand(ItemState items, Reward taken) {
        for (ItemStack stack : taken.items()) {
            int held = items.count(stack.item());
            if (held < stack.count()) {
                return new ItemRefusal.InsufficientItems(stack.item(), stack.count(), held);
            }
        }
        return null;
    }

    private static @Nullable Refusal whyNotHoldable(
            PlayerState state, Reward given, Catalog catalog) {
        Wallet wallet = state.wallet();
        if (given.funz() > Amounts.MAX - wallet.funz()) {
            return new WalletRefusal.BalanceCapReached(Currency.FUNZ, wallet.funz());
        }
        if (given.jokers() > Amounts.MAX - wallet.jokers()) {
            return new WalletRefusal.BalanceCapReached(Currency.JOKERS, wallet.jokers());
        }
        for (ItemStack stack : given.items()) {
            int held = state.items().count(stack.item());
            int max = max(stack.item(), catalog);
            if ((long) held + stack.count() > max) {
                return new ItemRefusal.ItemMaximumReached(stack.item(), max, held);
            }
        }
        return null;
    }

    private static int max(ItemId id, Catalog catalog) {
        ItemDefinition item = catalog.item(id);
        return item == null ? Integer.MAX_VALUE : item.max();
    }

    private static PlayerState without(PlayerState state, Reward taken) {
        return exchange(state, taken, Reward.NOTHING).done();
    }

    /** Returns a change of {@code state} that gives {@code taken} for {@code given}, unearned. */
    public static PlayerState.Change exchange(PlayerState state, Reward taken, Reward given) {
        Wallet wallet =
                state.wallet()
                        .change(Currency.FUNZ, given.funz() - taken.funz())
                        .change(Currency.JOKERS, given.jokers() - taken.jokers());
        ItemState items = state.items();
        for (ItemStack stack : taken.items()) {
            items = items.plus(stack.item(), -stack.count());
        }
        for (ItemStack stack : given.items()) {
            items = items.plus(stack.item(), stack.count());
        }
        return state.change().wallet(wallet).items(items);
    }
}
