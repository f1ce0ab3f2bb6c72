package com.luckyfunatic.engine.booster;

import org.jspecify.annotations.Nullable;

/**
 * What a timed or instant booster does when it starts.
 *
 * @param timed the timed effect; null for an instant one
 * @param energyMicrosAfter the energy after it, millionths of a unit
 */
public record BoosterStart(@Nullable ActiveBooster timed, long energyMicrosAfter) {}
