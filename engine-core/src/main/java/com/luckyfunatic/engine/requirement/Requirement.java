package com.luckyfunatic.engine.requirement;

import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.quest.QuestId;

/** A condition that content puts before an action. */
public sealed interface Requirement {
    /** Owning {@code card} at {@code level} or above. */
    record OwnCard(CardId card, int level) implements Requirement {}

    /** Having reached {@code rank}. */
    record ReachRank(int rank) implements Requirement {}

    /** Having invited at least {@code friends} players. */
    record InviteFriends(int friends) implements Requirement {}

    /** Having claimed the reward of {@code quest}, at least once. */
    record FinishQuest(QuestId quest) implements Requirement {}
}
