package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.devservers.ServerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs scenarios on the distributed storage.
 *
 * @param files what the databases are started from
 * @param server the server's jars
 * @param size how long and how hard
 * @param progress told of each round
 */
record Campaign(ServerFiles files, Path server, Size size, CrashRounds.Progress progress) {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    /** So far from each other are the players of two runs on the same databases. */
    static final long OTHER_PLAYERS = 1_000_000;

    /** A server that is killed soon gains more from compiling fast than from compiling well. */
    static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1");

    /**
     * How long and how hard.
     *
     * @param rounds blows in each scenario
     * @param seconds the longest load before a blow
     * @param secondsAfter how long the load goes on after it
     * @param perSecond operations; 0 for as many as are answered
     * @param clients how many send requests at once
     * @param newPlayers players who join before each round
     * @param outage how long a database that is struck for a while stays away
     * @param longSeconds the load before and after a blow of which there is only one
     * @param longPlayers the players who join before it
     * @param seed of everything drawn
     */
    record Size(
            int rounds,
            double seconds,
            double secondsAfter,
            double perSecond,
            int clients,
            int newPlayers,
            Duration outage,
            double longSeconds,
            int longPlayers,
            long seed) {
        /** Returns the same with another number of blows. */
        Size withRounds(int number) {
            return new Size(
                    number,
                    seconds,
                    secondsAfter,
                    perSecond,
                    clients,
                    newPlayers,
                    outage,
                    longSeconds,
                    longPlayers,
                    seed);
        }

        /** Returns the same with other players, who do {@code rate} operations a second. */
        Size withPlayers(int number, double rate) {
            return new Size(
                    rounds,
                    seconds,
                    secondsAfter,
                    rate,
                    clients,
                    number,
                    outage,
                    longSeconds,
                    longPlayers,
                    seed);
        }

        /** Returns the size for a scenario that strikes once. */
        Size ofLong() {
            return new Size(
                    1,
                    longSeconds,
                    longSeconds,
                    perSecond,
                    clients,
                    Math.max(clients, longPlayers),
                    outage,
                    longSeconds,
                    longPlayers,
                    seed);
        }
    }

    /**
     * Runs one scenario on databases of its own.
     *
     * @param scratch an empty directory
     */
    CrashResult run(Scenario scenario, Path scratch) throws IOException, InterruptedException {
        try (Databases databases = start(scenario, scratch)) {
            Campaign sized = sized(scenario.of(size));
            return run(
                    sized.plan(
                            scenario.label(),
                            Mix.GAME,
                            scenario.lossAllowed(),
                            CrashRounds.FIRST_TELEGRAM_ID),
                    List.of(scenario),
                    null,
                    databases,
                    scratch);
        }
    }

    private Campaign sized(Size other) {
        return new Campaign(files, server, other, progress);
    }

    private Databases start(Scenario scenario, Path scratch) {
        return Databases.start(
                files, scratch.resolve("databases"), scenario.redisOptions(), scenario.proxied());
    }

    /**
     * What came of a planted defect.
     *
     * @param without the same for one round without it, and with other players
     * @param with rounds until it was found
     */
    record Proof(Defect defect, CrashResult without, CrashResult with) {
        /** Whether it was found, where nothing is without it. */
        boolean holds() {
            return without.violations() == 0 && with.rounds().stream().anyMatch(defect::isFoundIn);
        }

        /** Both results. */
        List<CrashResult> results() {
            return List.of(without, with);
        }
    }

    /**
     * Runs the scenario that shows {@code defect}, first without it.
     *
     * @param scratch an empty directory
     */
    Proof prove(Defect defect, Path scratch) throws IOException, InterruptedException {
        Scenario scenario = defect.shownBy();
        Campaign sized = sized(defect.shownBy().of(size));
        Campaign once = sized(sized.size().withRounds(1));
        long others = CrashRounds.FIRST_TELEGRAM_ID + OTHER_PLAYERS;
        try (Databases databases = start(scenario, scratch)) {
            CrashResult without =
                    once.run(
                            once.plan(
                                    scenario.label(),
                                    Mix.HARD,
                                    scenario.lossAllowed(),
                                    CrashRounds.FIRST_TELEGRAM_ID),
                            List.of(scenario),
                            null,
                            databases,
                            scratch.resolve("without"));
            CrashResult with =
                    sized.run(
                            sized.plan(
                                    scenario.label() + " with " + defect,
                                    Mix.HARD,
                                    scenario.lossAllowed(),
                                    others),
                            List.of(scenario),
                            defect,
                            databases,
                            scratch.resolve("with"));
            return new Proof(defect, without, with);
        }
    }

    /**
     * Runs rounds with blows in turn, on databases that are there.
     *
     * @param plan of new players
     * @param defect planted into the server and the workers, and then the rounds end when it is
     *     found; null for none
     * @param scratch an empty directory
     */
    CrashResult run(
            CrashRounds.Plan plan,
            List<Scenario> blows,
            @Nullable Defect defect,
            Databases databases,
            Path scratch)
            throws IOException, InterruptedException {
        List<Path> first = Planted.below(scratch, defect);
        try (DistributedStage stage =
                new DistributedStage(
                        databases,
                        new ServerCommand.Jars(server, first, SHORT_LIFE),
                        new WorkerProcess.Command(first, server),
                        blows.stream().anyMatch(Scenario::hasOwnWorker),
                        blows.stream().anyMatch(Scenario::clientsByProxy),
                        size.outage(),
                        size.seed(),
                        scratch)) {
            return new CrashRounds<>(plan, stage, blows, scratch)
                    .run(round -> defect != null && defect.isFoundIn(round), progress);
        }
    }

    /**
     * Makes a plan.
     *
     * @param lossAllowed how long before a blow a soft change that is lost may have been answered
     * @param firstTelegramId of its players
     */
    CrashRounds.Plan plan(String what, Mix mix, Duration lossAllowed, long firstTelegramId) {
        return new CrashRounds.Plan(
                what,
                size.rounds(),
                size.seconds(),
                size.secondsAfter(),
                size.perSecond(),
                mix,
                size.clients(),
                size.newPlayers(),
                lossAllowed,
                ANSWER_WITHIN,
                firstTelegramId,
                size.seed());
    }
}
