package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.operations.AwaitedAdmission;
import com.luckyfunatic.storage.verify.ConservationCheck;
import com.luckyfunatic.storage.verify.LatestBooks;
import com.luckyfunatic.storage.verify.Mismatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the latest changes of a few players, drawn by chance, all the time: whether balances are
 * the sums of what was paid, nothing is missing and every paid operation is known. An account that
 * does not add up is frozen, so that nothing is taken out of it before somebody has looked.
 * Thread-safe.
 */
public final class SampleConservation implements Job {
    /** Who bans in its name. */
    public static final String ACTOR = "conservation-sampler";

    /** How many players are drawn in a round. */
    static final int PLAYERS = 10;

    /**
     * The most accounts that a round freezes. When more do not add up at once, it is a fault of the
     * program or the store rather than of accounts: then none is frozen, and people decide.
     */
    static final int FROZEN_MAX = 3;

    /**
     * What only a wrong amount can look like. Changes that are missing, or that this build does not
     * understand, are more likely lost or too new than stolen: they are told, and freeze nobody.
     */
    private static final Set<Mismatch.Kind> FREEZING =
            Set.copyOf(
                    EnumSet.of(
                            Mismatch.Kind.BALANCE,
                            Mismatch.Kind.RANGE,
                            Mismatch.Kind.STATE,
                            Mismatch.Kind.DUPLICATE,
                            Mismatch.Kind.OPERATION_TWICE));

    private static final Logger LOG = LoggerFactory.getLogger(SampleConservation.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int CHANGES = 100;

    private final RandomGenerator random;
    private final Counter checked;
    private final Counter mismatches;
    private final Counter frozen;

    /** Counts in {@code registry}, and draws from {@code random}, which is thread-safe. */
    public SampleConservation(MeterRegistry registry, RandomGenerator random) {
        this.random = random;
        checked =
                Counter.builder("game.conservation.checked")
                        .description("Players whose latest changes were checked")
                        .register(registry);
        mismatches =
                Counter.builder("game.conservation.mismatches")
                        .description("Players whose latest changes do not add up, each time drawn")
                        .register(registry);
        frozen =
                Counter.builder("game.conservation.frozen")
                        .description("Players banned because their changes do not add up")
                        .register(registry);
    }

    @Override
    public String name() {
        return "sample-conservation";
    }

    @Override
    public String description() {
        return "Checks that the latest changes of players drawn by chance add up, and freezes"
                + " accounts that do not.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    /** Returns how many players were checked. One who cannot be read keeps no other waiting. */
    @Override
    public long run(GameEngine engine, Progress progress) {
        GameStorage storage = engine.storage();
        ConservationCheck check = ConservationCheck.of(new LatestBooks(storage.players(), CHANGES));
        Map<PlayerId, Mismatch> found = new LinkedHashMap<>();
        Attempts attempts = new Attempts();
        long done = 0;
        progress.done(0);
        for (PlayerId player : draw(storage.directory(), storage.greatestId())) {
            if (progress.isStopping()) {
                break;
            }
            done +=
                    attempts.at(() -> {
                        check.run(
                                List.of(player),
                                each -> found.merge(player, each, SampleConservation::graver));
                        checked.increment();
                        return 1;
                    });
            progress.done(done);
        }
        boolean areTooMany = found.size() > FROZEN_MAX;
        for (Mismatch each : found.values()) {
            mismatches.increment();
            LOG.error("the books do not add up: {}", each);
            if (areTooMany) {
                LOG.error("{} is not frozen: too many at once", each.player());
            } else if (FREEZING.contains(each.kind())) {
                attempts.at(() -> freeze(engine, each));
            }
        }
        attempts.orThrow();
        return done;
    }

    private static Mismatch graver(Mismatch first, Mismatch next) {
        return FREEZING.contains(first.kind()) ? first : next;
    }

    /** A place is drawn among all ids there were; it is that of the next player behind it. */
    private Iterable<PlayerId> draw(PlayerDirectory directory, long greatestId) {
        List<PlayerId> first = directory.idsAfter(0, 1);
        TreeSet<PlayerId> drawn = new TreeSet<>();
        if (first.isEmpty()) {
            return drawn;
        }
        long from = first.getFirst().value() - 1;
        for (int i = 0; i < PLAYERS; i++) {
            long place = random.nextLong(from, Math.max(from, greatestId) + 1);
            List<PlayerId> next = new ArrayList<>(directory.idsAfter(place, 1));
            drawn.addAll(next.isEmpty() ? first : next);
        }
        return drawn;
    }

    private int freeze(GameEngine engine, Mismatch mismatch) {
        long now = engine.clock().millis();
        Admissions admissions = engine.storage().admissions();
        if (AwaitedAdmission.of(admissions, mismatch.player()).banAt(now) != null) {
            return 0;
        }
        String reason = "the books do not add up: " + mismatch;
        admissions.ban(
                mismatch.player(),
                new Ban(
                        Ban.FOR_EVER,
                        reason.substring(0, Math.min(reason.length(), Ban.REASON_LENGTH_MAX)),
                        ACTOR,
                        now));
        frozen.increment();
        LOG.error("{} is frozen until somebody has looked", mismatch.player());
        return 1;
    }
}
