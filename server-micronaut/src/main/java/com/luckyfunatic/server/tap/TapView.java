package com.luckyfunatic.server.tap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to taps: what they gave, and the whole game after them.
 *
 * @param accepted how many counted; fewer than were made when energy or the rate limit ran out
 * @param paid funz that they paid
 * @param repeated whether these are the figures of an earlier request, because the sequence was not
 *     new
 */
@Schema(
        example =
                "{\"accepted\": 5, \"paid\": 5, \"repeated\": false, "
                        + Examples.GAME_MEMBERS
                        + "}")
public record TapView(
        int accepted, long paid, boolean repeated, @JsonUnwrapped GameStateView game) {}
