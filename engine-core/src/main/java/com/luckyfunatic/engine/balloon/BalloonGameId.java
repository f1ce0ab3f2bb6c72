package com.luckyfunatic.engine.balloon;

/**
 * The number of one game of balloons.
 *
 * @param value a snowflake
 */
public record BalloonGameId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
