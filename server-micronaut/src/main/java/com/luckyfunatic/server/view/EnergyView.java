package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.energy.EnergyStatus;
import java.time.Instant;

/**
 * Energy as clients see it.
 *
 * @param currentEnergyBalance whole units
 * @param maxEnergy whole units
 * @param regenPerSec units per second, possibly a fraction; for show, where {@code
 *     regenMilliPerSec} is exact
 * @param regenMilliPerSec thousandths of a unit per second
 * @param fullAt when it is full if nothing is spent
 */
public record EnergyView(
        long currentEnergyBalance,
        long maxEnergy,
        double regenPerSec,
        long regenMilliPerSec,
        Instant fullAt) {
    private static final double MILLIS_PER_UNIT = 1_000;

    static EnergyView of(EnergyStatus energy) {
        return new EnergyView(
                energy.current(),
                energy.max(),
                energy.regenMilliPerSecond() / MILLIS_PER_UNIT,
                energy.regenMilliPerSecond(),
                Instant.ofEpochMilli(energy.fullAtMillis()));
    }
}
