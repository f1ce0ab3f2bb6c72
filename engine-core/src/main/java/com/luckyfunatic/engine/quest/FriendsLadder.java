package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ladder of friends: levels by the number of invited players, claimed in order. Pure. */
public final class FriendsLadder {
    private FriendsLadder() {}

    /**
     * A level as a player sees it.
     *
     * @param level what the content says of it
     * @param step claimed, completed (the next to claim, and reached), started (reached, but levels
     *     before it are not claimed) or not started
     */
    public record LevelStatus(FriendsLevel level, QuestStep step) {}

    /** Returns the level to claim next, or null when none is left. */
    public static @Nullable FriendsLevel next(PlayerState state, Catalog catalog) {
        for (FriendsLevel level : catalog.friendsQuest()) {
            if (level.friends() > state.quests().friendsClaimed()) {
                return level;
            }
        }
        return null;
    }

    /** Returns every level of the content as the player sees it. */
    public static List<LevelStatus> statuses(PlayerState state, Catalog catalog) {
        FriendsLevel next = next(state, catalog);
        return catalog.friendsQuest().stream()
                .map(level -> new LevelStatus(level, step(state, level, next)))
                .toList();
    }

    private static QuestStep step(
            PlayerState state, FriendsLevel level, @Nullable FriendsLevel next) {
        if (level.friends() <= state.quests().friendsClaimed()) {
            return QuestStep.CLAIMED;
        }
        if (level.friends() > state.referral().friends()) {
            return QuestStep.NOT_STARTED;
        }
        return level.equals(next) ? QuestStep.COMPLETED : QuestStep.STARTED;
    }
}
