package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.id.IdSource;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.engine.testkit.FakePlatform;
import com.luckyfunatic.engine.testkit.ModelOutbox;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.simulation.Fault.Store;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Everything that there is in one simulation. Not thread-safe. */
final class World {
    private final VirtualTime time = new VirtualTime();
    private final Oracle oracle = new Oracle();
    private final SimulatedAudit audit = new SimulatedAudit();
    private final List<SimulatedServer> servers = new ArrayList<>();
    private final Map<Store, Long> awayUntil = new EnumMap<>(Store.class);
    private final long seed;
    private final Catalog catalog;
    private final SimulationParts parts;
    private final Trace trace;
    private final Injections injections;
    private final RandomGenerator schedule;
    private final SimulatedRedis redis;
    private final SimulatedDatabase database;
    private final StockLedger stock;
    private final TransferOutbox transferOutbox = new ModelOutbox();
    private final FakePlatform platform = new FakePlatform(World::isRefused);
    private final SimulatedCompetition competition;
    private final WorldChecks checks;
    private final Map<PlayerId, Integer> loading = new HashMap<>();
    private long lateUntil;
    private long ids = 1_000_000;

    World(
            long seed,
            int serverCount,
            List<PlayerId> players,
            List<Fault> faults,
            Catalog catalog,
            SimulationParts parts,
            @Nullable Consumer<String> lines) {
        this.seed = seed;
        this.catalog = catalog;
        this.parts = parts;
        trace = new Trace(lines);
        injections = new Injections(faults);
        schedule = Seeds.random(~seed);
        redis = parts.redis(time);
        database = parts.database();
        stock = parts.stock();
        competition = new SimulatedCompetition(this, players, seed % 2 == 0);
        checks = new WorldChecks(this);
        for (int number = 0; number < serverCount; number++) {
            servers.add(parts.server(this, number));
        }
        injections.timed().forEach(fault -> time.after(fault.atMillis(), () -> happens(fault)));
    }

    private void happens(Fault fault) {
        injections.count();
        note("fault", fault.toString());
        switch (fault.kind()) {
            case STORE_AWAY -> goesAway(Store.of(fault.target()), fault.millis());
            case CLOCK_STEP -> servers.get(fault.target()).stepClock(fault.millis());
            case REDIS_CRASH -> {
                redis.lose(fault.millis());
                goesAway(Store.REDIS, 100 + fault.millis() / 10);
            }
            case REDIS_FAILOVER -> redis.lose(fault.millis());
            case REDIS_EMPTIED -> {
                redis.loseAll();
                goesAway(Store.REDIS, 100);
            }
            default -> throw new IllegalArgumentException("needs an opportunity: " + fault);
        }
    }

    private void goesAway(Store store, long millis) {
        awayUntil.merge(store, time.now() + millis, Math::max);
    }

    boolean isAway(Store store) {
        return awayUntil.getOrDefault(store, 0L) > time.now();
    }

    /** Nothing goes wrong any more. */
    void heal() {
        injections.clear();
        awayUntil.clear();
    }

    /** A load of {@code player} begins, or ends. */
    void loading(PlayerId player, int more) {
        loading.merge(player, more, Integer::sum);
    }

    /** A call is on its way until then. */
    void late(long untilMillis) {
        lateUntil = Math.max(lateUntil, untilMillis);
    }

    /** Whether anybody may yet come with what he has loaded of {@code player}. */
    boolean isLoading(PlayerId player) {
        return loading.getOrDefault(player, 0) > 0 || time.now() <= lateUntil;
    }

    void restart(int server, long afterMillis) {
        time.after(afterMillis, servers.get(server)::start);
    }

    void note(String who, String what) {
        trace.add(time.now(), who, what);
    }

    IdSource ids() {
        return () -> ++ids;
    }

    /** Returns chance of its own for whoever is named by {@code number}. */
    RandomGenerator random(int number) {
        return Seeds.random(seed * 1_000_003 + number);
    }

    List<SimulatedServer> servers() {
        return servers;
    }

    VirtualTime time() {
        return time;
    }

    Oracle oracle() {
        return oracle;
    }

    SimulatedAudit audit() {
        return audit;
    }

    Catalog catalog() {
        return catalog;
    }

    SimulationParts parts() {
        return parts;
    }

    Trace trace() {
        return trace;
    }

    Injections injections() {
        return injections;
    }

    RandomGenerator schedule() {
        return schedule;
    }

    SimulatedRedis redis() {
        return redis;
    }

    SimulatedDatabase database() {
        return database;
    }

    StockLedger stock() {
        return stock;
    }

    SimulatedCompetition competition() {
        return competition;
    }

    TransferOutbox transferOutbox() {
        return transferOutbox;
    }

    FakePlatform platform() {
        return platform;
    }

    /** What the platform does not want. */
    private static boolean isRefused(Transfer transfer) {
        return transfer.count() > 1;
    }

    WorldChecks checks() {
        return checks;
    }
}
