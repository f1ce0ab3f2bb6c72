package com.luckyfunatic.server.quest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.PrizeView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to starting or claiming a quest: what was paid, and the whole game after it.
 *
 * @param quest the quest as it is now; null when the content no longer has it
 * @param reward what was paid; null when nothing was claimed
 */
@Schema(
        example =
                "{\"quest\": "
                        + QuestView.EXAMPLE
                        + ", \"reward\": {\"funz\": 2500, \"jokers\": 0, \"items\": []}, "
                        + Examples.GAME_MEMBERS
                        + "}")
public record QuestActionView(
        @Nullable QuestView quest, @Nullable PrizeView reward, @JsonUnwrapped GameStateView game) {}
