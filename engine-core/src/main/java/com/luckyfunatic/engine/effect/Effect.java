package com.luckyfunatic.engine.effect;

/** What a booster or a special card does to a player. */
public enum Effect {
    /** Fills the energy at once; the magnitude is not used. */
    REFILL_ENERGY,
    /** Adds the magnitude to the energy maximum. */
    ENERGY_MAX_ADD,
    /** Multiplies energy regeneration by the magnitude, in basis points. */
    ENERGY_REGEN_MULTIPLY,
    /** Adds the magnitude to the funz per tap. */
    FUNZ_PER_TAP_ADD,
    /** Multiplies the funz per tap by the magnitude, in basis points. */
    FUNZ_PER_TAP_MULTIPLY,
    /** Multiplies passive income by the magnitude, in basis points. */
    INCOME_MULTIPLY;

    /** Returns whether the magnitude is a multiplier in basis points. */
    public boolean isMultiplier() {
        return switch (this) {
            case ENERGY_REGEN_MULTIPLY, FUNZ_PER_TAP_MULTIPLY, INCOME_MULTIPLY -> true;
            case REFILL_ENERGY, ENERGY_MAX_ADD, FUNZ_PER_TAP_ADD -> false;
        };
    }

    /** Returns whether the effect is over as soon as it has happened. */
    public boolean isInstant() {
        return this == REFILL_ENERGY;
    }
}
