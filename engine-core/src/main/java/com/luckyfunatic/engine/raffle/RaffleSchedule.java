package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.Raffles;
import java.util.random.RandomGenerator;

/**
 * Opens the raffles of the content when their time has come. Call it regularly; several callers at
 * once do no harm: a raffle is opened once, with the seed of who was first. Thread-safe if its
 * random generator is; calls block on the storage.
 */
public final class RaffleSchedule {
    private final GameEngine engine;
    private final RandomGenerator random;

    /**
     * Opens raffles of {@code engine}.
     *
     * @param random draws the seeds; it must be one that nobody can guess
     */
    public RaffleSchedule(GameEngine engine, RandomGenerator random) {
        this.engine = engine;
        this.random = random;
    }

    /**
     * Opens the raffles whose time it is and that are not there yet. What the content says later
     * counts for later ones: one that is open keeps its terms.
     *
     * @return how many were opened
     */
    public int open() {
        long now = engine.clock().millis();
        Raffles raffles = engine.storage().raffles();
        int opened = 0;
        for (RaffleSeries series : engine.catalog().raffles()) {
            long occurrence = series.schedule().latest(now);
            if (occurrence == 0 || now >= series.schedule().endOf(occurrence)) {
                continue;
            }
            RaffleDefinition raffle = series.occurrence(occurrence);
            if (raffles.find(raffle.id()).isEmpty()
                    && raffles.create(raffle, RaffleSecrets.random(random))) {
                opened++;
            }
        }
        return opened;
    }
}
