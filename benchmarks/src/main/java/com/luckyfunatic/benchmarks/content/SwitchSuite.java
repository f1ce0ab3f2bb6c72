package com.luckyfunatic.benchmarks.content;

import com.luckyfunatic.benchmarks.audit.DrainServers;
import com.luckyfunatic.benchmarks.http.GameClient;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Content that is released again and again while players tap and buy: on a server of its own, or on
 * two that share their databases. No request may fail, every server has to follow within seconds,
 * and afterwards each recorded change is held against the releases.
 */
public final class SwitchSuite {
    private static final String KEYSPACE = "switching";
    private static final long FIRST_PLAYER = 1_001;
    private static final int LOGINS_AT_ONCE = 8;
    private static final int READERS = 4;

    /** A limit of what one operator publishes that is none. */
    private static final String ANY = Integer.toString(Integer.MAX_VALUE);

    private static final long SEED = 1;
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(25);
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(5);
    private static final Duration BETWEEN_RELEASES = Duration.ofSeconds(2);
    private static final Duration AFTER_THE_LAST =
            Duration.ofMillis(SwitchResult.SWITCH_MAX_MILLIS + 1_000);

    /** Until a history is read from the audit alone, which is quicker. */
    private static final Duration AUDITED = DistributedSettings.AUDIT_SYNC.multipliedBy(2);

    private final ServerCommand command;
    private final RunDirectory directory;
    private final boolean distributed;
    private final int servers;
    private final int clients;
    private final int releases;

    /**
     * A suite as long as the options say.
     *
     * @param distributed whether two servers run on Redis, MySQL and Cassandra of their own
     */
    public SwitchSuite(RunOptions options, ServerCommand command, boolean distributed)
            throws IOException {
        this.command = command;
        this.distributed = distributed;
        servers = distributed ? 2 : 1;
        // What is asked is whether a switch is noticed, not what seven processes do that two cores
        // cannot carry.
        clients = options.choose(distributed ? 24 : 64, 8);
        releases = options.choose(20, 3);
        directory = options.start(distributed ? "switch-distributed" : "switch");
    }

    /**
     * Runs everything and writes the raw file.
     *
     * @return whether nobody noticed, and every server followed in time
     */
    public boolean run() throws IOException, InterruptedException {
        SwitchResult result;
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path catalog = scratch.resolve("catalog.yaml");
            Files.writeString(
                    catalog, LoadCatalog.forSwitch(LoadCatalog.version(0), LoadCatalog.price(0)));
            ServerSettings settings =
                    ServerSettings.forLoad(scratch.resolve("data"))
                            .with("FUNATIC_CATALOG", catalog.toString())
                            .with("FUNATIC_BODY_BYTES_MAX", "1048576")
                            .with("FUNATIC_SUPPORT_LIMIT_CONTENT", ANY)
                            .with("FUNATIC_SUPPORT_DAILY_CONTENT", ANY);
            result = distributed ? onDatabases(settings, scratch) : embedded(settings, scratch);
        }
        directory.write(RunDirectory.RESULT_FILE, result);
        print(result);
        System.out.println("raw results: " + directory);
        return result.isRight();
    }

    private SwitchResult embedded(ServerSettings settings, ScratchDirectory scratch)
            throws IOException, InterruptedException {
        EmbeddedStorage.open(settings.dataDir()).close();
        SwitchOperator operator = SwitchOperator.add(settings, scratch.resolve("liv"));
        return onServers(settings, operator);
    }

    private SwitchResult onDatabases(ServerSettings settings, ScratchDirectory scratch)
            throws IOException, InterruptedException {
        try (DrainServers databases = DrainServers.start(scratch.resolve("servers"))) {
            // Which makes the keyspace.
            DistributedStorage.open(
                            databases.settings(KEYSPACE, DistributedSettings.FLUSH_AFTER),
                            InstantSource.system())
                    .close();
            ServerSettings all = settings;
            for (Map.Entry<String, String> each : databases.variables(KEYSPACE).entrySet()) {
                all = all.with(each.getKey(), each.getValue());
            }
            SwitchOperator operator = SwitchOperator.add(all, scratch.resolve("liv"));
            return onServers(all, operator);
        }
    }

    private SwitchResult onServers(ServerSettings settings, SwitchOperator operator)
            throws IOException, InterruptedException {
        List<ServerProcess> started = new ArrayList<>();
        List<GameClient> games = new ArrayList<>();
        try {
            for (int i = 0; i < servers; i++) {
                ServerProcess server = ServerProcess.start(command, settings, ServerProcess.LOG);
                started.add(server);
                games.add(new GameClient(server::url));
            }
            return play(games, operator);
        } finally {
            games.forEach(GameClient::close);
            started.forEach(ServerProcess::close);
        }
    }

    private SwitchResult play(List<GameClient> games, SwitchOperator operator)
            throws IOException, InterruptedException {
        ConcurrentHistogram micros = new ConcurrentHistogram(3);
        SwitchLoad load = new SwitchLoad();
        List<SwitchPlayer> players =
                Concurrently.map(
                        IntStream.range(0, clients).boxed().toList(),
                        LOGINS_AT_ONCE,
                        index ->
                                SwitchPlayer.logIn(
                                        index % servers,
                                        games.get(index % servers),
                                        FIRST_PLAYER + index,
                                        LoadCatalog.price(0),
                                        load,
                                        micros));
        AtomicBoolean over = new AtomicBoolean();
        long start = System.nanoTime();
        List<Release> published;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> playing = executor.submit(() -> playAll(players, over));
            try {
                published = publish(games, operator);
            } finally {
                over.set(true);
            }
            Concurrently.await(playing);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (distributed) {
            System.out.println("waiting until the audit has everything");
            Thread.sleep(AUDITED);
        }
        SwitchCheck check = new SwitchCheck(published, servers);
        Concurrently.forEach(
                players,
                READERS,
                player -> {
                    List<RecordedChange> history =
                            operator.history(games.get(player.server()), player.id());
                    synchronized (check) {
                        check.see(player.server(), history, player.bought());
                    }
                });
        return new SwitchResult(
                distributed ? "distributed" : "embedded",
                servers,
                clients,
                load.result(seconds, micros),
                check.switches(),
                check.changes(),
                check.broken());
    }

    private static void playAll(List<SwitchPlayer> players, AtomicBoolean over) {
        Concurrently.run(
                players.size(),
                index -> {
                    while (!over.get()) {
                        players.get(index).play();
                        LockSupport.parkNanos(BETWEEN_REQUESTS.toNanos());
                    }
                    players.get(index).finish();
                });
    }

    /** Publishes by one server after the other; returns what was in force, in its order. */
    private List<Release> publish(List<GameClient> games, SwitchOperator operator)
            throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Release> published = new ArrayList<>();
        published.add(new Release(0, LoadCatalog.version(0), LoadCatalog.price(0), Long.MIN_VALUE));
        Thread.sleep(BEFORE_THE_FIRST);
        for (int number = 1; number <= releases; number++) {
            published.add(operator.publish(games.get(number % servers), number));
            // Servers look every second: moments must not keep step with them.
            Thread.sleep(BETWEEN_RELEASES.plusMillis(random.nextInt(2_000)));
        }
        Thread.sleep(AFTER_THE_LAST);
        return published;
    }

    private static void print(SwitchResult result) {
        System.out.printf(
                Locale.ROOT,
                "%s storage, %d servers: %d releases, %d requests in %.0f s, %d failed %s; every"
                        + " server followed within %d ms; %d changes compared, broken: %s%n",
                result.storage(),
                result.servers(),
                result.releases(),
                result.load().requests(),
                result.load().seconds(),
                result.load().failed(),
                result.load().failures(),
                result.longestMillis(),
                result.changes(),
                result.broken());
    }
}
