package com.luckyfunatic.server.tap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.GameStateView;

/**
 * The answer to taps: what they gave, and the whole game after them.
 *
 * @param accepted how many counted; fewer than were made when energy or the rate limit ran out
 * @param paid funz that they paid
 * @param repeated whether these are the figures of an earlier request, because the sequence was not
 *     new
 */
public record TapView(
        int accepted, long paid, boolean repeated, @JsonUnwrapped GameStateView game) {}
