package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to quests. */
public sealed interface QuestEvent extends GameEvent {
    /**
     * A quest was started.
     *
     * @param quest which quest
     * @param atMillis when, epoch milliseconds
     * @param base where its counter stood; 0 when it has none
     * @param dueAtMillis when it completes by itself; 0 when it does not
     */
    record QuestStarted(QuestId quest, long atMillis, long base, long dueAtMillis)
            implements QuestEvent {
        @Override
        public @Nullable FollowUp followUp(PlayerId self) {
            return dueAtMillis == 0
                    ? null
                    : new FollowUp(
                            self,
                            OperationId.own("quest:" + quest + ":" + atMillis),
                            new QuestCommand.CompleteDueQuest(quest),
                            dueAtMillis);
        }
    }

    /**
     * A quest is complete, and its reward is earned, whatever becomes of the content.
     *
     * @param quest which quest
     * @param onDay the UTC day on which the reward can be claimed; 0 for any
     * @param reward what can be claimed
     */
    record QuestCompleted(QuestId quest, long onDay, Reward reward) implements QuestEvent {}

    /**
     * A quest's reward was paid. Hard, except for the funz of a daily quest: that is worth a few
     * taps, and who loses it together with the claim can claim again.
     *
     * @param quest which quest
     * @param daily whether it can be claimed again another day
     * @param epochDay the UTC day it counts for
     * @param funzDelta funz credited
     * @param jokersDelta jokers credited
     * @param items items given
     * @param funzCut funz that the balance cap cut off
     * @param jokersCut jokers that the balance cap cut off
     * @param itemsCut items beyond the most that can be held
     */
    record QuestClaimed(
            QuestId quest,
            boolean daily,
            long epochDay,
            long funzDelta,
            long jokersDelta,
            List<ItemStack> items,
            long funzCut,
            long jokersCut,
            List<ItemStack> itemsCut)
            implements QuestEvent {
        /** Copies the lists. */
        public QuestClaimed {
            items = List.copyOf(items);
            itemsCut = List.copyOf(itemsCut);
        }

        /** What was paid. */
        Reward reward() {
            return new Reward(funzDelta, jokersDelta, items);
        }

        @Override
        public Durability durability() {
            boolean isFunzOnly =
                    jokersDelta == 0 && jokersCut == 0 && items.isEmpty() && itemsCut.isEmpty();
            return daily && isFunzOnly ? Durability.SOFT : Durability.HARD;
        }
    }

    /**
     * The reward of a level of the ladder of friends was paid.
     *
     * @param friends the level
     * @param funzDelta funz credited
     * @param jokersDelta jokers credited
     * @param items items given
     * @param funzCut funz that the balance cap cut off
     * @param jokersCut jokers that the balance cap cut off
     * @param itemsCut items beyond the most that can be held
     */
    record FriendsLevelClaimed(
            int friends,
            long funzDelta,
            long jokersDelta,
            List<ItemStack> items,
            long funzCut,
            long jokersCut,
            List<ItemStack> itemsCut)
            implements QuestEvent {
        /** Copies the lists. */
        public FriendsLevelClaimed {
            items = List.copyOf(items);
            itemsCut = List.copyOf(itemsCut);
        }

        /** What was paid. */
        Reward reward() {
            return new Reward(funzDelta, jokersDelta, items);
        }
    }

    /** Something outside the game was confirmed. */
    record ExternalConfirmed(External external) implements QuestEvent {}
}
