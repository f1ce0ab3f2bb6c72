package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Kills the server under load with {@code kill -9}, starts it again on the same directory, and
 * checks that nothing answered is lost, nothing is applied twice and no repeat is answered
 * differently. Used once; not thread-safe.
 */
public final class CrashRounds {
    /** The kill comes after this share of the longest load, or later. */
    private static final double EARLIEST = 0.2;

    private static final long FIRST_TELEGRAM_ID = 1_001;

    /**
     * What to do.
     *
     * @param rounds how often to kill
     * @param seconds the longest load before a kill
     * @param forcing {@code everysec} or {@code always}
     * @param clients how many send requests at once
     * @param newPlayers how many players join before each round
     * @param seed of everything drawn
     */
    public record Plan(
            int rounds, double seconds, String forcing, int clients, int newPlayers, long seed) {
        /** Checks that each client has a player of its own. */
        public Plan {
            if (rounds < 1 || seconds <= 0 || clients < 1 || newPlayers < clients) {
                throw new IllegalArgumentException(
                        "rounds, seconds and clients must be positive, and each client needs a new"
                                + " player");
            }
        }
    }

    private final Plan plan;
    private final ServerCommand command;
    private final Path scratch;
    private final SplittableRandom random;
    private final ServerSettings settings;
    private final List<CrashPlayer> players = new ArrayList<>();
    private final List<CrashResult.Round> rounds = new ArrayList<>();

    /**
     * @param scratch an empty directory for the server's data, its log and the outside records
     */
    public CrashRounds(Plan plan, ServerCommand command, Path scratch) throws IOException {
        this.plan = plan;
        this.command = command;
        this.scratch = scratch;
        random = new SplittableRandom(plan.seed());
        Files.createDirectories(scratch);
        Path catalog = scratch.resolve("catalog.yaml");
        LoadCatalog.write(catalog);
        settings =
                ServerSettings.forLoad(scratch.resolve("data"))
                        .with("FUNATIC_CATALOG", catalog.toString())
                        .with("FUNATIC_DURABILITY", plan.forcing());
    }

    /** Runs all rounds. */
    public CrashResult run() throws IOException, InterruptedException {
        ServerProcess server = startServer();
        try {
            JsonNode content;
            try (OutsideRecord record = new OutsideRecord(scratch.resolve("record-0.jsonl"));
                    Wire wire = new Wire(server.url(), record)) {
                content = wire.catalog();
            }
            IntentSource intents = new IntentSource(content);
            ChainCheck chain = new ChainCheck(rankRewards(content));
            for (int round = 1; round <= plan.rounds(); round++) {
                Path file = scratch.resolve("record-" + round + ".jsonl");
                try (OutsideRecord record = new OutsideRecord(file)) {
                    server = round(round, server, record, intents, chain);
                }
                if (rounds.getLast().violations().isEmpty()) {
                    // Only a record of something wrong is worth its space.
                    Files.delete(file);
                }
            }
            return repeatEverything(server, chain);
        } finally {
            server.close();
        }
    }

    private static List<Long> rankRewards(JsonNode content) {
        return StreamSupport.stream(content.path("ranks").spliterator(), false)
                .map(rank -> rank.path("rewardJokers").asLong())
                .toList();
    }

    private ServerProcess startServer() throws IOException, InterruptedException {
        return ServerProcess.start(command, settings, scratch.resolve("server.log"));
    }

    private ServerProcess round(
            int number,
            ServerProcess server,
            OutsideRecord record,
            IntentSource intents,
            ChainCheck chain)
            throws IOException, InterruptedException {
        Tally tally = new Tally();
        double loadSeconds;
        try (Wire wire = new Wire(server.url(), record)) {
            join(wire);
            loadSeconds = loadAndKill(wire, server, intents, tally);
        }
        ServerProcess restarted = startServer();
        try (Wire wire = new Wire(restarted.url(), record)) {
            new Recovery(wire, chain, tally).run(players, plan.clients());
        } catch (RuntimeException e) {
            restarted.close();
            throw e;
        }
        CrashResult.Round result =
                tally.sumUp(number, loadSeconds, restarted.startTime().toMillis() / 1e3);
        rounds.add(result);
        print(result);
        return restarted;
    }

    private void join(Wire wire) {
        int before = players.size();
        List<Long> ids =
                IntStream.range(0, plan.newPlayers())
                        .mapToObj(i -> FIRST_TELEGRAM_ID + before + i)
                        .toList();
        List<CrashPlayer> joined = Concurrently.map(ids, plan.clients(), id -> newPlayer(wire, id));
        players.addAll(joined);
    }

    private static CrashPlayer newPlayer(Wire wire, long telegramId) {
        try {
            String authorization = wire.logIn(telegramId);
            Place place = AnswerReader.place(wire.game(authorization));
            return new CrashPlayer(telegramId, authorization, place);
        } catch (IOException e) {
            throw new UncheckedIOException("player " + telegramId + " cannot join", e);
        }
    }

    /** Returns how long the load lasted, in seconds. */
    private double loadAndKill(Wire wire, ServerProcess server, IntentSource intents, Tally tally)
            throws InterruptedException {
        double seconds = plan.seconds() * random.nextDouble(EARLIEST, 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    IntStream.range(0, plan.clients())
                            .mapToObj(index ->
                                    new Client(
                                            wire,
                                            intents,
                                            playersOf(index),
                                            random.split(),
                                            tally,
                                            threads))
                            .map(client -> threads.submit(client::play))
                            .toList();
            TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
            server.kill();
            for (var each : running) {
                Concurrently.await(each);
            }
        }
        return seconds;
    }

    private List<CrashPlayer> playersOf(int client) {
        return IntStream.range(0, players.size())
                .filter(i -> i % plan.clients() == client)
                .mapToObj(players::get)
                .toList();
    }

    private CrashResult repeatEverything(ServerProcess server, ChainCheck chain)
            throws IOException {
        Tally tally = new Tally();
        Path file = scratch.resolve("record-end.jsonl");
        try (OutsideRecord record = new OutsideRecord(file);
                Wire wire = new Wire(server.url(), record)) {
            new Recovery(wire, chain, tally).repeatEverything(players, plan.clients());
        }
        return new CrashResult(
                plan.forcing(),
                plan.clients(),
                rounds,
                tally.sumUp(0, 0, 0).repeats(),
                tally.violations());
    }

    private static void print(CrashResult.Round round) {
        System.out.printf(
                Locale.ROOT,
                "round %2d: killed after %4.1f s, back in %4.1f s; answered %d taps, %d changes, %d"
                        + " refusals; unknown %d applied, %d not; %d repeats; %d violations%n",
                round.round(),
                round.secondsOfLoad(),
                round.secondsOfRecovery(),
                round.taps(),
                round.changes(),
                round.refusals(),
                round.unknownApplied(),
                round.unknownNotApplied(),
                round.repeats(),
                round.violations().size());
        round.violations().stream().limit(10).forEach(each -> System.out.println("  " + each));
    }
}
