package com.luckyfunatic.engine.balloon;

import java.time.Duration;

/**
 * A kind of balloon as content describes it.
 *
 * @param id its name
 * @param name what players read
 * @param weight how many of the draws bring one, of the weights of all kinds together
 * @param points what popping one adds to the score; below 0 for a bomb
 * @param speed how far it rises in a second, thousandths of the field's height
 * @param lifetime how long after it appears it can be popped
 */
public record BalloonKind(
        BalloonKindId id, String name, int weight, int points, int speed, Duration lifetime) {}
