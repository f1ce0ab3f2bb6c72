package com.luckyfunatic.engine.energy;

/**
 * Energy as content describes it, before anything modifies it.
 *
 * @param max whole units
 * @param regenMilliPerSecond thousandths of a unit per second
 */
public record EnergyDefinition(long max, long regenMilliPerSecond) {}
