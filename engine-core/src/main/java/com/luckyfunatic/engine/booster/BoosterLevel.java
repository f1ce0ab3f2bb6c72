package com.luckyfunatic.engine.booster;

/** The level a player has reached in a permanent booster: 1 and above. */
public record BoosterLevel(BoosterType type, int level) {}
