package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/** Why a quest cannot be started or claimed; the rules check in the order of this file. */
public sealed interface QuestRefusal extends Refusal {
    /** The catalog has no such quest, and the player has earned nothing by one. */
    record UnknownQuest(QuestId quest) implements QuestRefusal {
        @Override
        public String code() {
            return "unknown_quest";
        }
    }

    /** The reward was paid already, for good or for today. */
    record QuestAlreadyClaimed(QuestId quest) implements QuestRefusal {
        @Override
        public String code() {
            return "already_claimed";
        }
    }

    /** It is not on offer now. */
    record QuestNotAvailable(QuestId quest) implements QuestRefusal {
        @Override
        public String code() {
            return "not_available";
        }
    }

    /** Conditions are not met. */
    record QuestRequirementsNotMet(List<Requirement> missing) implements QuestRefusal {
        @Override
        public String code() {
            return "requirements_not_met";
        }
    }

    /** It is not complete: where it stands instead. */
    record QuestNotCompleted(QuestId quest, QuestStep step) implements QuestRefusal {
        @Override
        public String code() {
            return "quest_not_completed";
        }
    }

    /** Every level of the ladder of friends was claimed; {@code friends} is the last. */
    record NoFriendsLevelLeft(int friends) implements QuestRefusal {
        @Override
        public String code() {
            return "max_level_reached";
        }
    }
}
