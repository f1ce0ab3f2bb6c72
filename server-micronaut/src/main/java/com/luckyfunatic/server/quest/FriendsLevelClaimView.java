package com.luckyfunatic.server.quest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.PrizeView;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to claiming a level of the ladder of friends.
 *
 * @param level the number of friends that names the level
 * @param reward what was paid
 * @param progression the ladder after it
 */
@Schema(
        example =
                "{\"level\": 1, \"reward\": {\"funz\": 2500, \"jokers\": 0, \"items\": []}, "
                        + "\"progression\": "
                        + FriendsQuestView.EXAMPLE
                        + ", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record FriendsLevelClaimView(
        int level,
        PrizeView reward,
        FriendsQuestView progression,
        @JsonUnwrapped GameStateView game) {}
