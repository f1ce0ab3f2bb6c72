package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.schedule.OccurrenceName;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Raffles;
import java.util.List;
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
                    && !isOpenUnderItsNumber(series, raffle.terms().opensAtMillis(), now)
                    && raffles.create(raffle, RaffleSecrets.random(random))) {
                opened++;
            }
        }
        return opened;
    }

    /**
     * Returns whether there is the same one by the name it would have had before, with its number.
     * Only what has not closed yet is looked at.
     */
    private boolean isOpenUnderItsNumber(RaffleSeries series, long opensAtMillis, long nowMillis) {
        Raffles raffles = engine.storage().raffles();
        List<Raffle> page = raffles.list(null, Page.LIMIT_MAX);
        while (!page.isEmpty()) {
            for (Raffle each : page) {
                RaffleDefinition found = each.definition();
                if (found.terms().closesAtMillis() <= nowMillis) {
                    return false;
                }
                if (found.terms().opensAtMillis() == opensAtMillis
                        && OccurrenceName.isNumbered(found.id().value(), series.id().value())) {
                    return true;
                }
            }
            page = raffles.list(page.getLast(), Page.LIMIT_MAX);
        }
        return false;
    }
}
