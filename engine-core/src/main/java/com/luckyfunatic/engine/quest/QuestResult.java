package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.item.ItemStack;
import java.util.List;

/** What claiming gives back. */
public sealed interface QuestResult extends Result {
    /** What a quest has paid. */
    record QuestPaid(QuestId quest, long funz, long jokers, List<ItemStack> items)
            implements QuestResult {
        /** Copies the list. */
        public QuestPaid {
            items = List.copyOf(items);
        }
    }

    /** What the level {@code friends} of the ladder of friends has paid. */
    record FriendsLevelPaid(int friends, long funz, long jokers, List<ItemStack> items)
            implements QuestResult {
        /** Copies the list. */
        public FriendsLevelPaid {
            items = List.copyOf(items);
        }
    }
}
