package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Databases.RedisKind;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.WorkerCommand;
import com.luckyfunatic.devservers.ServerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Strikes a fleet on databases of its own.
 *
 * @param files what the databases are started from
 * @param server the server's jars
 * @param worker the worker's jars
 * @param size how hard
 */
record FleetCampaign(ServerFiles files, Path server, Path worker, FleetSize size) {
    /** A Redis that forces each write to disk before it answers, so that nothing may be lost. */
    private static final List<String> REDIS_OPTIONS = List.of("--appendfsync", "always");

    /** Longer than a server tries at most, so that nothing goes on when all have given up. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final double SECONDS_AFTER = 2;

    /** In which a defect must be found. */
    private static final int PROOF_ROUNDS_MAX = 5;

    /** Told of the result after every round, so that an end by force costs one round only. */
    @FunctionalInterface
    interface Progress {
        /** Nobody wants to know. */
        Progress UNHEARD = _ -> {};

        /** A round has ended. */
        void roundEnded(FleetResult soFar) throws IOException;
    }

    /**
     * Strikes everything in each round.
     *
     * @param scratch an empty directory
     */
    FleetResult run(int rounds, Path scratch, Progress progress)
            throws IOException, InterruptedException {
        return run("fleet", rounds, null, scratch, progress);
    }

    /**
     * What came of a planted defect.
     *
     * @param without a round without it
     * @param with rounds until it was found
     */
    record Proof(FleetDefect defect, FleetResult without, FleetResult with) {
        /** Whether it was found, where nothing is without it. */
        boolean holds() {
            return without.broken() == 0
                    && with.rounds().rounds().stream().anyMatch(defect::isFoundIn);
        }
    }

    /**
     * Strikes everything, first without {@code defect}.
     *
     * @param scratch an empty directory
     */
    Proof prove(FleetDefect defect, Path scratch) throws IOException, InterruptedException {
        return new Proof(
                defect,
                run("fleet", 1, null, scratch.resolve("without"), Progress.UNHEARD),
                run(
                        "fleet with " + defect,
                        PROOF_ROUNDS_MAX,
                        defect,
                        scratch.resolve("with"),
                        Progress.UNHEARD));
    }

    private FleetResult run(
            String what, int rounds, @Nullable FleetDefect defect, Path scratch, Progress progress)
            throws IOException, InterruptedException {
        System.out.printf("%s: rounds: %d, logs: %s%n", what, rounds, scratch);
        List<Path> first = Planted.below(scratch, defect);
        try (Databases databases =
                        Databases.start(
                                files,
                                scratch.resolve("databases"),
                                size.redisCluster() ? RedisKind.CLUSTER : RedisKind.SINGLE,
                                REDIS_OPTIONS);
                Fleet fleet =
                        new Fleet(
                                databases,
                                programs(first),
                                size.seed(),
                                scratch.resolve("fleet"))) {
            Predicate<CrashResult.Round> isEnough =
                    round -> defect != null && defect.isFoundIn(round);
            try {
                CrashResult result =
                        new CrashRounds<>(
                                        plan(what, rounds),
                                        fleet,
                                        List.of(new Storm(size.perRound())),
                                        scratch.resolve("records"))
                                .run(
                                        isEnough,
                                        (_, some) ->
                                                progress.roundEnded(
                                                        result(
                                                                fleet,
                                                                CrashResult.unfinished(
                                                                        what,
                                                                        size.clients(),
                                                                        some))));
                return result(fleet, result);
            } catch (RoundsEndedException e) {
                e.printStackTrace(System.out);
                return result(fleet, CrashResult.ended(what, size.clients(), e.rounds(), e));
            }
        }
    }

    private FleetResult result(Fleet fleet, CrashResult rounds) {
        return new FleetResult(Campaign.SHORT_LIFE, size, fleet.struck(), rounds);
    }

    /**
     * Returns programs that compile fast rather than well: they are soon killed again.
     *
     * @param first directories of what is changed in the servers
     */
    private Fleet.Programs programs(List<Path> first) {
        return new Fleet.Programs(
                new ServerCommand.Jars(server, first, Campaign.SHORT_LIFE),
                new WorkerCommand.Jars(worker, Campaign.SHORT_LIFE),
                new WorkerProcess.Command(List.of(), server));
    }

    private CrashRounds.Plan plan(String what, int rounds) {
        return new CrashRounds.Plan(
                what,
                rounds,
                size.seconds(),
                SECONDS_AFTER,
                size.perSecond(),
                Mix.FLEET,
                size.clients(),
                size.newPlayers(),
                Duration.ZERO,
                ANSWER_WITHIN,
                CrashRounds.FIRST_TELEGRAM_ID,
                size.seed());
    }
}
