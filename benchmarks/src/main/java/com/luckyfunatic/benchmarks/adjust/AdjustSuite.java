package com.luckyfunatic.benchmarks.adjust;

import com.luckyfunatic.benchmarks.audit.DrainServers;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.LoadOperator;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast a file of adjustments is looked at and carried out, one hard command per row: on the
 * embedded store, and on Redis, MariaDB and Cassandra on this machine. Then {@code admin adjust}
 * works on another file as a process of its own, and is killed 20 times; and on more of them by way
 * of a server. In the end of each it is counted that every row was applied once.
 */
public final class AdjustSuite {
    private static final int KILLS = 20;
    private static final long SEED = 20_261_130;
    private static final String KEYSPACE = "adjust";

    /** What one operator may do alone, and in a day: all of it. */
    private static final Map<String, String> LIMITS =
            Map.of(
                    "FUNATIC_SUPPORT_LIMIT_JOKERS", "1000000000",
                    "FUNATIC_SUPPORT_LIMIT_PLAYERS", "1000000",
                    "FUNATIC_SUPPORT_DAILY_JOKERS", "1000000000");

    private final RunOptions options;
    private final int rows;
    private final int rounds;

    /** A suite as long as the options say. */
    public AdjustSuite(RunOptions options) {
        this.options = options;
        rows = options.choose(10_000, 1_000);
        rounds = options.choose(3, 1);
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException, InterruptedException {
        RunDirectory directory = options.start("adjust");
        List<AdjustResult.Storage> storages = new ArrayList<>();
        List<AdjustResult.Killed> killed = new ArrayList<>();
        List<AdjustResult.Sent> sent = new ArrayList<>();
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            onEmbedded(scratch, storages, killed);
            sent.addAll(byServer(scratch, killed));
            try (DrainServers servers = DrainServers.start(scratch.resolve("servers"));
                    DistributedStorage storage =
                            DistributedStorage.open(
                                    servers.settings(KEYSPACE, DistributedSettings.FLUSH_AFTER),
                                    InstantSource.system())) {
                storage.workers().start("adjust");
                AdjustGame game = new AdjustGame(storage, rows, scratch.resolve("files"));
                storages.add(measure("distributed", game));
                Map<PlayerId, Long> before = game.jokers();
                killed.add(
                        kill(
                                "distributed",
                                game.write("killed"),
                                AdjustProgram.Way.direct(withLimits(servers.variables(KEYSPACE)))));
                AdjustCheck.once(before, game.jokers());
            }
        }
        directory.write(RunDirectory.RESULT_FILE, new AdjustResult(storages, killed, sent));
        System.out.println("raw results: " + directory);
    }

    /** A process can only open it while we have not. */
    private void onEmbedded(
            ScratchDirectory scratch,
            List<AdjustResult.Storage> storages,
            List<AdjustResult.Killed> killed)
            throws IOException, InterruptedException {
        Path data = scratch.resolve("embedded");
        Path files = scratch.resolve("embedded-files");
        Map<PlayerId, Long> before;
        Path file;
        try (EmbeddedStorage storage = EmbeddedStorage.open(data)) {
            AdjustGame game = new AdjustGame(storage, rows, files);
            storages.add(measure("embedded", game));
            before = game.jokers();
            file = game.write("killed");
        }
        killed.add(
                kill(
                        "embedded",
                        file,
                        AdjustProgram.Way.direct(
                                withLimits(Map.of("FUNATIC_DATA_DIR", data.toString())))));
        try (EmbeddedStorage storage = EmbeddedStorage.open(data)) {
            AdjustCheck.once(before, new AdjustGame(storage, rows, files).jokers());
        }
    }

    /** The players are those that {@link #onEmbedded} has left. */
    private List<AdjustResult.Sent> byServer(
            ScratchDirectory scratch, List<AdjustResult.Killed> killed)
            throws IOException, InterruptedException {
        Path data = scratch.resolve("embedded");
        Path files = scratch.resolve("server-files");
        List<Path> sent = new ArrayList<>();
        Path killedFile;
        Map<PlayerId, Long> before;
        try (EmbeddedStorage storage = EmbeddedStorage.open(data)) {
            AdjustGame game = new AdjustGame(storage, rows, files);
            before = game.jokers();
            // The first one warms up.
            for (int i = 0; i <= rounds; i++) {
                sent.add(game.write("sent-" + i));
            }
            killedFile = game.write("sent-killed");
        }
        ServerSettings settings = ServerSettings.forLoad(data);
        for (Map.Entry<String, String> each : LIMITS.entrySet()) {
            settings = settings.with(each.getKey(), each.getValue());
        }
        LoadOperator operator =
                LoadOperator.add(settings, "support", scratch.resolve("credential"));
        List<AdjustResult.Sent> measured = new ArrayList<>();
        try (ServerProcess server =
                ServerProcess.start(new ServerCommand.Launcher(), settings, ServerProcess.LOG)) {
            AdjustProgram.Way way = AdjustProgram.Way.by(server.url(), operator);
            for (Path file : sent) {
                AdjustResult.Sent one = send(file, way);
                System.out.printf(
                        Locale.ROOT,
                        "by way of a server: %d rows in %.2f s%n",
                        one.rows(),
                        one.seconds());
                measured.add(one);
            }
            killed.add(kill("embedded, by way of a server", killedFile, way));
        }
        try (EmbeddedStorage storage = EmbeddedStorage.open(data)) {
            Map<PlayerId, Long> after = new AdjustGame(storage, rows, files).jokers();
            AdjustCheck.each(before, after, sent.size() + 1);
        }
        return measured.subList(1, measured.size());
    }

    private AdjustResult.Sent send(Path file, AdjustProgram.Way way)
            throws IOException, InterruptedException {
        Path results = file.resolveSibling(file.getFileName() + ".results.csv");
        Path log = file.resolveSibling(file.getFileName() + ".log");
        long start = System.nanoTime();
        int code = AdjustProgram.start(file, results, way, log).await();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException(
                    "a process ended with " + code + ": " + Files.readString(log));
        }
        AdjustCheck.results(results, rows);
        return new AdjustResult.Sent(rows, seconds);
    }

    private static Map<String, String> withLimits(Map<String, String> variables) {
        Map<String, String> more = new HashMap<>(variables);
        more.putAll(LIMITS);
        more.put("FUNATIC_MODE", "dev");
        return more;
    }

    private AdjustResult.Killed kill(String name, Path file, AdjustProgram.Way way)
            throws IOException, InterruptedException {
        AdjustResult.Killed killed = new AdjustKills(file, rows, way, SEED).run(name, KILLS);
        System.out.printf(
                Locale.ROOT,
                "%s: killed with %s of %d results written, %d rows were done unseen%n",
                name,
                killed.written(),
                rows,
                killed.unseen());
        return killed;
    }

    private AdjustResult.Storage measure(String name, AdjustGame game) throws IOException {
        List<AdjustResult.Round> measured = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            AdjustResult.Round round = game.round(i);
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d: looked at in %.2f s, carried out in %.2f s%n",
                    name,
                    i,
                    round.checkSeconds(),
                    round.applySeconds());
            // The first one warms up.
            if (i > 0) {
                measured.add(round);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f rows/s%n",
                name,
                Medians.of(measured, AdjustResult.Round::rowsPerSecond));
        return new AdjustResult.Storage(name, rows, measured);
    }
}
