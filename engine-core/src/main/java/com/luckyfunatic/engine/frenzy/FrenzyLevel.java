package com.luckyfunatic.engine.frenzy;

import java.time.Duration;

/**
 * Frenzy as content describes it, from a rank on.
 *
 * @param fromRank the first rank it is for; 1 for the first row
 * @param meter accepted taps that fill the meter
 * @param multiplierBps what funz per tap is multiplied by, basis points
 * @param duration how long it lasts
 * @param cooldown from a start to the next
 */
public record FrenzyLevel(
        int fromRank, int meter, long multiplierBps, Duration duration, Duration cooldown) {}
