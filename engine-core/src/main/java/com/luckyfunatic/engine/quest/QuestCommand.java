package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on quests. */
public sealed interface QuestCommand extends Command {
    /** Starts a quest; starting it again changes nothing. */
    record StartQuest(QuestId quest) implements QuestCommand {
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }

    /**
     * Claims the reward of a completed quest. What it pays says how durable it is: {@link
     * QuestEvent.QuestClaimed}.
     */
    record ClaimQuest(QuestId quest) implements QuestCommand {
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }

    /** Claims the next level of the ladder of friends. */
    record ClaimNextFriendsLevel() implements QuestCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /** Records that a quest is complete, if it is: a scheduled command. */
    record CompleteDueQuest(QuestId quest) implements QuestCommand {
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }

    /** Records something outside the game that a verifier has seen. */
    record ConfirmExternal(External external) implements QuestCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
