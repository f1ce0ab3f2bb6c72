package com.luckyfunatic.engine.energy;

/**
 * A player's energy at a moment.
 *
 * @param micros millionths of a unit, so that regeneration in thousandths per second over
 *     milliseconds has no remainder to lose
 * @param atMillis the moment it is true for, epoch milliseconds
 */
public record EnergyState(long micros, long atMillis) {
    /** Millionths in one unit of energy. */
    public static final long MICROS_PER_UNIT = 1_000_000;

    /** Checks the range. */
    public EnergyState {
        if (micros < 0) {
            throw new IllegalArgumentException("energy cannot be negative, was " + micros);
        }
    }

    /** Returns the same moment with another amount. */
    public EnergyState withMicros(long newMicros) {
        return new EnergyState(newMicros, atMillis);
    }
}
