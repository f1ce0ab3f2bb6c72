package com.luckyfunatic.server.story;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to claiming a story: what was paid, and the whole game after it.
 *
 * @param story the story as it is now; null when the content no longer has it, as for a repeat of
 *     an old operation
 * @param reward what was paid
 */
@Schema(
        example =
                "{\"story\": "
                        + StoryView.EXAMPLE
                        + ", \"reward\": {\"funz\": 2500, \"jokers\": 5}, "
                        + Examples.GAME_MEMBERS
                        + "}")
public record StoryClaimView(
        @Nullable StoryView story, StoryView.Reward reward, @JsonUnwrapped GameStateView game) {}
