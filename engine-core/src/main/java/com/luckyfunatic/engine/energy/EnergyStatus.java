package com.luckyfunatic.engine.energy;

/**
 * Energy as a player sees it at a moment.
 *
 * @param current whole units
 * @param max whole units
 * @param regenMilliPerSecond thousandths of a unit per second
 * @param fullAtMillis when it will be full if nothing is spent and no booster ends before, epoch
 *     milliseconds; the moment itself when it is full
 */
public record EnergyStatus(long current, long max, long regenMilliPerSecond, long fullAtMillis) {}
