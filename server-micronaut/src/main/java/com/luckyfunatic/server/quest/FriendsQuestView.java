package com.luckyfunatic.server.quest;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.FriendsLadder;
import com.luckyfunatic.engine.quest.FriendsLevel;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ladder of friends as clients see it.
 *
 * @param friends how many players were invited
 * @param nextLevel the number of friends that the next level to claim asks for; null when every
 *     level is claimed
 * @param isNextLevelReached whether the next level can be claimed
 * @param levels every level, by rising numbers
 */
@Schema(example = FriendsQuestView.EXAMPLE)
public record FriendsQuestView(
        int friends, @Nullable Integer nextLevel, boolean isNextLevelReached, List<Level> levels) {
    static final String EXAMPLE =
            """
            {"friends": 4, "nextLevel": 3, "isNextLevelReached": true, "levels": [
            {"friends": 1, "reward": {"funz": 2500, "jokers": 0, "items": []},
            "status": "claimed"},
            {"friends": 3, "reward": {"funz": 5000, "jokers": 1, "items": []},
            "status": "completed"}]}
            """;

    /**
     * A level.
     *
     * @param friends how many players must be invited
     * @param status {@code claimed}, {@code completed} (the next to claim), {@code started}
     *     (reached, but others come first) or {@code not_started}
     */
    public record Level(int friends, PrizeView reward, String status) {}

    /** Shows the ladder as {@code state} has it. */
    static FriendsQuestView of(PlayerState state, RuleContext context) {
        FriendsLevel next = FriendsLadder.next(state, context.catalog());
        int friends = state.referral().friends();
        return new FriendsQuestView(
                friends,
                next == null ? null : next.friends(),
                next != null && friends >= next.friends(),
                FriendsLadder.statuses(state, context.catalog()).stream()
                        .map(each ->
                                new Level(
                                        each.level().friends(),
                                        PrizeView.of(each.level().reward(), context.catalog()),
                                        Words.of(each.step())))
                        .toList());
    }
}
