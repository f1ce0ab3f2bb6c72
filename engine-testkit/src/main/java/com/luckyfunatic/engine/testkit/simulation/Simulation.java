package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One execution of the whole game under one seed: servers, players who repeat what was not
 * answered, stores that fail, and at the end, when all is healed, the question whether every
 * promise was kept. It uses no thread and no clock but its own. Instances are immutable; each run
 * is its own.
 */
public final class Simulation {
    private static final List<PlayerId> PLAYERS =
            LongStream.rangeClosed(1, 5).mapToObj(PlayerId::new).toList();

    /** More than players: some have two devices, which do not wait for each other. */
    private static final int DEVICES = 8;

    private static final int OPERATIONS = 12;
    private static final int FAULTS_MILLIS = 7_000;

    /** By then everybody must have been answered, long after the last fault. */
    private static final long FINISHED_MILLIS = 120_000;

    private static final Catalog CATALOG = SimulatedContent.catalog();

    private final long seed;
    private final SimulationParts parts;
    private final @Nullable Consumer<String> lines;

    /** The simulation of {@code seed}. */
    public Simulation(long seed) {
        this(seed, new SimulationParts(), null);
    }

    /** The simulation of {@code seed}, which hands each step in words to {@code lines}. */
    public Simulation(long seed, Consumer<String> lines) {
        this(seed, new SimulationParts(), lines);
    }

    Simulation(long seed, SimulationParts parts, @Nullable Consumer<String> lines) {
        this.seed = seed;
        this.parts = parts;
        this.lines = lines;
    }

    /** Returns what goes wrong under the seed. */
    public List<Fault> faults() {
        RandomGenerator random = Seeds.random(seed);
        int servers = servers(random);
        return FaultPlan.draw(random, servers, FAULTS_MILLIS);
    }

    private static int servers(RandomGenerator random) {
        return 2 + random.nextInt(2);
    }

    /** Runs it with everything that goes wrong under the seed. */
    public SimulationResult run() {
        return run(faults());
    }

    /** Runs it with other faults than the seed has: the same players, the same servers. */
    public SimulationResult run(List<Fault> faults) {
        World world =
                new World(
                        seed, servers(Seeds.random(seed)), PLAYERS, faults, CATALOG, parts, lines);
        String violation = null;
        try {
            play(world);
        } catch (AssertionError e) {
            violation = String.valueOf(e.getMessage());
        }
        return result(world, faults, violation);
    }

    private void play(World world) {
        world.servers().forEach(SimulatedServer::start);
        List<SimulatedClient> clients = new ArrayList<>();
        for (int number = 0; number < DEVICES; number++) {
            PlayerId player = PLAYERS.get(number % PLAYERS.size());
            clients.add(new SimulatedClient(world, player, number, OPERATIONS));
        }
        clients.forEach(SimulatedClient::think);
        world.time().after(FAULTS_MILLIS, world::heal);
        while (world.time().now() < FAULTS_MILLIS
                || !clients.stream().allMatch(SimulatedClient::isFinished)) {
            if (world.time().now() > FINISHED_MILLIS) {
                throw new AssertionError("players still wait for answers");
            }
            var _ = world.time().runNext();
        }
        new FinalChecks(world, clients).check();
    }

    private SimulationResult result(World world, List<Fault> faults, @Nullable String violation) {
        return new SimulationResult(
                seed,
                faults,
                violation,
                world.trace().hash(),
                world.checks().steps(),
                world.injections().happened(),
                world.oracle().accepted().size(),
                world.redis().lost());
    }
}
