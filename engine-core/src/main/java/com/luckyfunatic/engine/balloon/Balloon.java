package com.luckyfunatic.engine.balloon;

/**
 * One balloon of a game.
 *
 * @param id its number in the game, from 1
 * @param kind what kind it is
 * @param x where it rises, thousandths of the field's width, 0 to 999
 * @param speed how far it rises in a second, thousandths of the field's height
 * @param spawnAtMillis when it appears, milliseconds from the start of the game
 * @param lifetimeMillis how long after that it can be popped
 * @param points what popping it adds to the score
 */
public record Balloon(
        int id,
        BalloonKindId kind,
        int x,
        int speed,
        long spawnAtMillis,
        long lifetimeMillis,
        int points) {
    /** Returns the first moment at which it is gone, milliseconds from the start of the game. */
    public long goneAtMillis() {
        return spawnAtMillis + lifetimeMillis;
    }
}
