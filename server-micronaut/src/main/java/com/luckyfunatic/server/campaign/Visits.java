package com.luckyfunatic.server.campaign;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageException;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes for the campaigns' figures that a player was there: with the first request of a UTC day,
 * before its answer, so that no crash loses it. Later requests of the day cost a look into a set.
 *
 * <p>While the store is away players go on, and the note is made with a later request of the day.
 * Thread-safe.
 */
@Singleton
public final class Visits {
    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

    /** Beyond it everybody is noted once more, which changes nothing and costs a question each. */
    private static final int REMEMBERED_MAX = 200_000;

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final GameEngine engine;
    private volatile Day today = new Day(Long.MIN_VALUE, Set.of());
    private volatile long quietUntil = System.nanoTime();

    Visits(GameEngine engine) {
        this.engine = engine;
    }

    /** Who was noted already. */
    private record Day(long epochDay, Set<PlayerId> noted) {}

    /** Notes that {@code player} is here. */
    public void note(PlayerId player) {
        long epochDay = Days.epochDay(engine.clock().millis());
        Day day = today;
        if (day.epochDay() != epochDay || day.noted().size() >= REMEMBERED_MAX) {
            day = new Day(epochDay, ConcurrentHashMap.newKeySet());
            today = day;
        }
        if (day.noted().contains(player) || System.nanoTime() - quietUntil < 0) {
            return;
        }
        try {
            engine.storage().campaigns().seen(player, epochDay);
            day.noted().add(player);
        } catch (StorageException e) {
            quietUntil = System.nanoTime() + PAUSE_NANOS;
            LOG.warn("who comes back is not noted, because a store is away: {}", e.getMessage());
        }
    }
}
