package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.item.ItemStack;
import java.util.List;

/** What a quest pays: whole funz, whole jokers, items. */
public record QuestReward(long funz, long jokers, List<ItemStack> items) {
    /** Copies the list. */
    public QuestReward {
        items = List.copyOf(items);
    }
}
