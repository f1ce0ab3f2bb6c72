package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;

/** What is paid: whole funz, whole jokers, items. */
public record RewardView(long funz, long jokers, List<Stack> items) {
    /** A number of an item. */
    public record Stack(String itemId, int count) {}

    /** Shows {@code reward}. */
    public static RewardView of(Reward reward) {
        return of(reward.funz(), reward.jokers(), reward.items());
    }

    /** Shows what was paid. */
    public static RewardView of(long funz, long jokers, List<ItemStack> items) {
        return new RewardView(
                funz,
                jokers,
                items.stream().map(each -> new Stack(each.item().value(), each.count())).toList());
    }
}
