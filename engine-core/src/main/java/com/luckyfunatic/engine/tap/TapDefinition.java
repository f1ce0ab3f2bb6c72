package com.luckyfunatic.engine.tap;

/**
 * Taps as content describes them, before anything modifies them.
 *
 * @param funzPerTap funz that one tap pays
 * @param energyPerTap whole units of energy that one tap costs
 * @param perSecond taps a player can make per second for long
 * @param burst taps a rested player can make at once
 */
public record TapDefinition(long funzPerTap, long energyPerTap, int perSecond, int burst) {}
