package com.luckyfunatic.operations.content;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an engine play by the release in force: looks every second which one that is. Every command
 * is decided under one release from beginning to end, the one in force when it began. A release
 * that cannot be played leaves the one before in force here. Thread-safe.
 */
public final class ReleaseWatch implements AutoCloseable {
    /** How long after one look the next one begins. */
    public static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * How many releases an engine is told of when it starts: what players have accrued since they
     * were seen last is paid at the rates of then.
     */
    static final int REMEMBERED = 4;

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseWatch.class);

    private final GameEngine engine;
    private final CatalogReleases releases;
    private final ScheduledThreadPoolExecutor scheduler;
    private volatile long present;
    private volatile long refused;

    private ReleaseWatch(GameEngine engine, long present) {
        this.engine = engine;
        this.present = present;
        releases = engine.storage().catalogReleases();
        scheduler =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofVirtual().name("release-watch-", 1).factory());
    }

    /**
     * Builds an engine that plays by the release in force.
     *
     * @param releases those of the engine's storage
     * @param given what is in force where nothing was released
     * @param nowMillis epoch milliseconds
     * @return the watch over it, which is to be started
     * @throws UnplayableReleaseException when this build cannot play by the release in force
     */
    public static ReleaseWatch over(
            GameEngine.Builder builder, CatalogReleases releases, Catalog given, long nowMillis) {
        List<CatalogRelease> known = releases.inForce(nowMillis, REMEMBERED).reversed();
        boolean isAll = known.size() < REMEMBERED;
        Catalog first = isAll ? given : past(known.getFirst(), releases, given);
        ReleaseWatch watch = new ReleaseWatch(builder.build(first), 0);
        for (CatalogRelease each : known) {
            if (each.equals(known.getLast())) {
                watch.use(each);
            } else {
                watch.tryToUse(each);
            }
        }
        return watch;
    }

    private static Catalog past(CatalogRelease release, CatalogReleases releases, Catalog given) {
        try {
            return ReleasedContent.of(release, releases);
        } catch (UnplayableReleaseException e) {
            LOG.warn("what accrued before it is paid by other content: {}", e.getMessage());
            return given;
        }
    }

    /** The engine it watches over. */
    public GameEngine engine() {
        return engine;
    }

    /** Begins to look: to be called once. */
    public void start(MeterRegistry registry) {
        Gauge.builder("game.catalog.release", this, watch -> watch.present)
                .description("Number of the release of content that is played here; 0 for a file")
                .register(registry);
        Gauge.builder("game.catalog.refused", this, watch -> watch.refused)
                .description("Number of the release that is in force and cannot be played here")
                .register(registry);
        var _ =
                scheduler.scheduleWithFixedDelay(
                        this::tryToLook, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Never throws: the scheduler would forget a task that does. */
    private void tryToLook() {
        try {
            look();
        } catch (StorageUnavailableException e) {
            LOG.debug("the release in force is not known, because a store is away", e);
        } catch (RuntimeException e) {
            LOG.error("the release in force could not be looked for", e);
        }
    }

    /**
     * Brings into force here what is in force by now.
     *
     * @return whether other content is played than before
     */
    public synchronized boolean look() {
        long now = engine.clock().millis();
        List<CatalogRelease> inForce = releases.inForce(now, 1);
        long latest = inForce.isEmpty() ? 0 : inForce.getFirst().number();
        if (latest == present || latest == 0 || latest == refused) {
            return false;
        }
        List<CatalogRelease> news =
                releases.inForce(now, REMEMBERED).stream()
                        .takeWhile(each -> each.number() != present)
                        .toList()
                        .reversed();
        // One that cannot be played does not keep the next one from coming.
        news.forEach(this::tryToUse);
        refused = latest == present ? 0 : latest;
        return refused == 0;
    }

    private void tryToUse(CatalogRelease release) {
        try {
            use(release);
        } catch (UnplayableReleaseException e) {
            LOG.error("{} goes on: {}", engine.catalog().version(), e.getMessage());
        }
    }

    private void use(CatalogRelease release) {
        engine.use(ReleasedContent.of(release, releases), release.activeFromMillis());
        present = release.number();
        LOG.info("release {} of the content is played: {}", present, release.version());
    }

    /** Looks no more. Again is no error. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        scheduler.close();
    }
}
