package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.run.Concurrently;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Strikes the game under load, lets it come back on the same data, and checks that nothing answered
 * is lost, nothing is applied twice and no repeat is answered differently. Used once; not
 * thread-safe.
 *
 * @param <S> what the game runs on
 */
final class CrashRounds<S extends Stage> {
    /** The blow comes after this share of the longest load, or later. */
    private static final double EARLIEST = 0.2;

    /** What must go on around a blow. */
    private static final List<Blow.Sight> BEFORE = changes(Phases.Phase.BEFORE);

    private static final List<Blow.Sight> AFTER = changes(Phases.Phase.AFTER);

    private static List<Blow.Sight> changes(Phases.Phase phase) {
        return List.of(
                new Blow.Sight(phase, Phases.Kind.SOFT), new Blow.Sight(phase, Phases.Kind.HARD));
    }

    /** How long to wait for that. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final double LOOK_AGAIN_SECONDS = 0.05;

    /** Told of rounds, so that those before an end by force are not lost. */
    @FunctionalInterface
    interface Progress {
        /** Nobody wants to know. */
        Progress UNHEARD = (_, _) -> {};

        /**
         * A round has ended.
         *
         * @param what names the rounds
         * @param rounds all so far
         */
        void roundEnded(String what, List<CrashResult.Round> rounds) throws IOException;
    }

    /** The first player of the usual rounds. */
    static final long FIRST_TELEGRAM_ID = 1_001;

    /**
     * What to do.
     *
     * @param what names them
     * @param rounds how many blows
     * @param seconds the longest load before a blow
     * @param secondsAfter how long the load goes on after it
     * @param perSecond operations; 0 for as many as are answered
     * @param mix of operations
     * @param clients how many send requests at once
     * @param newPlayers how many players join before each round
     * @param lossAllowed how long before the blow a soft operation that is lost may have been
     *     answered
     * @param answerWithin after which a request counts as unanswered
     * @param firstTelegramId of the players, who must be new to the game
     * @param seed of everything drawn
     */
    record Plan(
            String what,
            int rounds,
            double seconds,
            double secondsAfter,
            double perSecond,
            Mix mix,
            int clients,
            int newPlayers,
            Duration lossAllowed,
            Duration answerWithin,
            long firstTelegramId,
            long seed) {
        /** Checks that each client has a player of its own. */
        Plan {
            if (rounds < 1 || seconds <= 0 || clients < 1 || newPlayers < clients) {
                throw new IllegalArgumentException(
                        "rounds, seconds and clients must be positive, and each client needs a new"
                                + " player");
            }
        }

        /** The rounds of the embedded storage, on which nothing may be lost. */
        static Plan embedded(
                String forcing,
                int rounds,
                double seconds,
                int clients,
                int newPlayers,
                long seed) {
            return new Plan(
                    forcing,
                    rounds,
                    seconds,
                    0,
                    0,
                    Mix.HARD,
                    clients,
                    newPlayers,
                    Duration.ZERO,
                    Duration.ofSeconds(20),
                    FIRST_TELEGRAM_ID,
                    seed);
        }
    }

    private final Plan plan;
    private final S stage;
    private final List<? extends Blow<? super S>> blows;
    private final Path scratch;
    private final SplittableRandom random;
    private final List<CrashPlayer> players = new ArrayList<>();
    private final List<CrashResult.Round> rounds = new ArrayList<>();
    private boolean isGone;

    /**
     * @param blows taken in turn, one in each round
     * @param scratch a directory for the outside records
     */
    CrashRounds(Plan plan, S stage, List<? extends Blow<? super S>> blows, Path scratch)
            throws IOException {
        this.plan = plan;
        this.stage = stage;
        this.blows = List.copyOf(blows);
        this.scratch = Files.createDirectories(scratch);
        random = new SplittableRandom(plan.seed());
    }

    /** Runs all rounds. */
    CrashResult run() throws IOException, InterruptedException {
        return run(_ -> false, Progress.UNHEARD);
    }

    /**
     * Runs rounds until one is enough; only if none is, everything is checked once more in the end.
     *
     * @throws RoundsEndedException when they cannot go on; it has those that were run
     */
    CrashResult run(Predicate<CrashResult.Round> isEnough, Progress progress)
            throws IOException, InterruptedException {
        try {
            return strike(isEnough, progress);
        } catch (IOException | RuntimeException e) {
            throw new RoundsEndedException(rounds, e);
        }
    }

    private CrashResult strike(Predicate<CrashResult.Round> isEnough, Progress progress)
            throws IOException, InterruptedException {
        var _ = stage.start();
        JsonNode content;
        try (OutsideRecord record = new OutsideRecord(scratch.resolve("record-0.jsonl"));
                Wire wire = wire(record)) {
            content = wire.catalog();
        }
        IntentSource intents = new IntentSource(plan.mix(), content);
        StateCheck check = stage.check(content);
        boolean ends = false;
        for (int round = 1; round <= plan.rounds() && !ends; round++) {
            Path file = scratch.resolve("record-" + round + ".jsonl");
            try (OutsideRecord record = new OutsideRecord(file)) {
                round(round, record, intents, check);
            }
            progress.roundEnded(plan.what(), List.copyOf(rounds));
            if (rounds.getLast().violations().isEmpty()) {
                // Only a record of something wrong is worth its space.
                Files.delete(file);
            }
            ends = isGone || isEnough.test(rounds.getLast());
        }
        return ends
                ? new CrashResult(plan.what(), plan.clients(), rounds, 0, List.of())
                : finish(check);
    }

    private Wire wire(OutsideRecord record) {
        return new Wire(stage.urls(), plan.answerWithin(), record);
    }

    private void round(int number, OutsideRecord record, IntentSource intents, StateCheck check)
            throws IOException, InterruptedException {
        Tally tally = new Tally(plan.lossAllowed());
        Blow<? super S> blow = blows.get((number - 1) % blows.size());
        double loadSeconds = 0;
        double restartSeconds = 0;
        boolean over = false;
        try {
            try (Wire wire = wire(record)) {
                join(wire);
                loadSeconds = loadAndStrike(wire, blow, intents, tally);
                tally.loadEnded(loadSeconds);
            }
            restartSeconds = stage.start();
            try (Wire wire = wire(record)) {
                new Recovery(wire, check, tally).run(players, plan.clients());
            }
            over = true;
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof Recovery.GoneException gone)) {
                throw e;
            }
            tally.add(new Violation(Violation.Kind.GONE, 0, 0, String.valueOf(gone.getMessage())));
            isGone = true;
            over = true;
        } finally {
            // One that cannot go on is none, but what it has found wrong is not lost.
            if (over || !tally.violations().isEmpty()) {
                rounds.add(tally.sumUp(number, loadSeconds, restartSeconds));
            }
        }
        print(rounds.getLast());
    }

    private void join(Wire wire) {
        int before = players.size();
        List<Long> ids =
                IntStream.range(0, plan.newPlayers())
                        .mapToObj(i -> plan.firstTelegramId() + before + i)
                        .toList();
        List<CrashPlayer> joined = Concurrently.map(ids, plan.clients(), id -> newPlayer(wire, id));
        players.addAll(joined);
    }

    /** Some connections may still suffer from the blow before: then it is tried again. */
    private static CrashPlayer newPlayer(Wire wire, long telegramId) {
        return Recovery.patiently(() -> {
            Wire.Login login = wire.logIn(telegramId);
            Reply game = Recovery.known(wire.game(login.authorization()));
            return new CrashPlayer(telegramId, login, AnswerReader.place(game));
        });
    }

    /** Returns how long the load lasted, in seconds. */
    private double loadAndStrike(Wire wire, Blow<? super S> blow, IntentSource intents, Tally tally)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Load load = new Load(plan.mix(), intents, plan.perSecond());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    IntStream.range(0, plan.clients())
                            .mapToObj(index ->
                                    new Client(
                                            wire,
                                            load,
                                            playersOf(index),
                                            random.split(),
                                            tally,
                                            threads))
                            .map(client -> threads.submit(client::play))
                            .toList();
            try {
                sleep(plan.seconds() * random.nextDouble(EARLIEST, 1));
                await(BEFORE, tally);
                blow.strike(stage, tally.phases());
                if (!blow.endsLoad()) {
                    sleep(plan.secondsAfter());
                    await(AFTER, tally);
                }
                await(blow.sights(), tally);
            } finally {
                load.end();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            for (var each : running) {
                Concurrently.await(each);
            }
            return seconds;
        }
    }

    /**
     * Waits until there was enough to see, so that also the round of a slow machine shows
     * something; what does not come is a violation.
     */
    private static void await(List<Blow.Sight> sights, Tally tally) throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        for (Blow.Sight sight : sights) {
            while (!sight.isIn(tally.phases()) && System.nanoTime() < giveUpAt) {
                sleep(LOOK_AGAIN_SECONDS);
            }
            if (!sight.isIn(tally.phases())) {
                tally.add(
                        new Violation(
                                Violation.Kind.MISSED,
                                0,
                                0,
                                "nothing %s was answered %s the blow"
                                        .formatted(sight.kind(), sight.phase())));
            }
        }
    }

    private static void sleep(double seconds) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
    }

    private List<CrashPlayer> playersOf(int client) {
        return IntStream.range(0, players.size())
                .filter(i -> i % plan.clients() == client)
                .mapToObj(players::get)
                .toList();
    }

    private CrashResult finish(StateCheck check) throws IOException, InterruptedException {
        Tally tally = new Tally(plan.lossAllowed());
        Path file = scratch.resolve("record-end.jsonl");
        try (OutsideRecord record = new OutsideRecord(file);
                Wire wire = wire(record)) {
            new Recovery(wire, check, tally).finish(players, plan.clients());
        }
        stage.checkBooks(players.size(), tally);
        CrashResult.Round end = tally.sumUp(0, 0, 0);
        return new CrashResult(
                plan.what(), plan.clients(), rounds, end.repeats(), end.violations());
    }

    private static void print(CrashResult.Round round) {
        System.out.printf(
                Locale.ROOT,
                "round %2d: %4.1f s of load, %.0f/s, back in %4.1f s; answered %d taps, %d changes,"
                        + " %d refusals; unknown %d applied, %d not; %d repeats; soft lost %d (%.2f"
                        + " s); audited after %.1f s; %d violations%n",
                round.round(),
                round.secondsOfLoad(),
                round.perSecond(),
                round.secondsOfRecovery(),
                round.taps(),
                round.changes(),
                round.refusals(),
                round.unknownApplied(),
                round.unknownNotApplied(),
                round.repeats(),
                round.softLost(),
                round.oldestLostSeconds(),
                round.secondsUntilAudited(),
                round.violations().size());
        round.violations().stream().limit(10).forEach(each -> System.out.println("  " + each));
    }
}
