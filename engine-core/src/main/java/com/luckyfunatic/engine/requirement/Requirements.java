package com.luckyfunatic.engine.requirement;

import com.luckyfunatic.engine.player.PlayerState;
import java.util.List;

/** Decides whether a player meets the conditions of content. Pure. */
public final class Requirements {
    private Requirements() {}

    /** Returns whether {@code state} meets {@code requirement}. */
    public static boolean isMet(PlayerState state, Requirement requirement) {
        return switch (requirement) {
            case Requirement.OwnCard(var card, int level) -> state.cards().level(card) >= level;
            case Requirement.ReachRank(int rank) -> state.rank().rank() >= rank;
            case Requirement.InviteFriends(int friends) -> state.referral().friends() >= friends;
            case Requirement.FinishQuest(var quest) -> state.quests().isClaimed(quest);
        };
    }

    /** Returns those of {@code requirements} that {@code state} does not meet, in their order. */
    public static List<Requirement> missing(PlayerState state, List<Requirement> requirements) {
        if (requirements.isEmpty()) {
            return requirements;
        }
        return requirements.stream().filter(r -> !isMet(state, r)).toList();
    }
}
