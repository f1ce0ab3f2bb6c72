package com.luckyfunatic.benchmarks.footprint;

import com.luckyfunatic.benchmarks.audit.DrainServers;
import com.luckyfunatic.benchmarks.audit.DrainServers.Cpu;
import com.luckyfunatic.benchmarks.footprint.FootprintResult.Keys;
import com.luckyfunatic.benchmarks.footprint.FootprintResult.Rows;
import com.luckyfunatic.benchmarks.run.ProcessCpu;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a session of many players takes of each store, in bytes and CPU time, on three databases of
 * its own and on the embedded storage. Seeded: the same requests every time.
 *
 * <p>Players make the requests of half a minute, then everything is drained and all snapshots are
 * written, and so on: as often as in a running game, but one after the other, so that the CPU time
 * of either is known.
 */
public final class FootprintSuite {
    private static final String KEYSPACE = "footprint";
    private static final long SEED = 20_261_129;

    /** As long as a changed player waits for the snapshot, at a request a second. */
    private static final int REQUESTS_BETWEEN =
            Math.toIntExact(DistributedSettings.FLUSH_AFTER.toSeconds());

    /** Players' own time is five minutes long, and must not get ahead of the machine's. */
    private static final Duration BEGINS_BEFORE = Duration.ofHours(2);

    /** Its log grows for as long as it is measured. */
    private static final List<String> REDIS = List.of("--auto-aof-rewrite-percentage", "0");

    /** Replicas and backups need the binary log, so a server for production writes one. */
    private static final List<String> MYSQL =
            List.of(
                    "--log-bin=binlog",
                    "--binlog-format=ROW",
                    "--sync-binlog=1",
                    "--innodb-buffer-pool-size=1G");

    private final RunOptions options;
    private final SessionModel model = SessionModel.USUAL;
    private final int players;
    private final int warmup;

    /** A suite as long as the options say. */
    public FootprintSuite(RunOptions options) {
        this.options = options;
        players = options.choose(400, 50);
        warmup = model.requestsPerSession() / 2;
    }

    /** Plays on both storages and writes the raw file. */
    public void run() throws IOException, SQLException {
        RunDirectory directory = options.start("footprint");
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            FootprintResult.Embedded embedded = embedded(scratch.resolve("embedded"));
            try (DrainServers servers =
                    DrainServers.start(scratch.resolve("servers"), REDIS, MYSQL)) {
                FootprintResult result = distributed(servers, embedded);
                print(result);
                directory.write(RunDirectory.RESULT_FILE, result);
            }
        }
        System.out.println("raw results: " + directory);
    }

    private FootprintResult.Embedded embedded(Path directory) throws IOException {
        EmbeddedSettings settings = EmbeddedSettings.in(directory);
        SessionGame game;
        try (EmbeddedStorage storage = EmbeddedStorage.open(settings)) {
            game =
                    new SessionGame(
                            storage, model, players, SEED, Instant.now().minus(BEGINS_BEFORE));
        }
        long joinedBytes = bytes(directory);
        long changes;
        double micros;
        try (EmbeddedStorage storage = EmbeddedStorage.open(settings)) {
            SessionGame again = game.on(storage);
            long before = again.changes();
            again.logIn();
            again.play(0, warmup);
            long cpu = ProcessCpu.nanos();
            again.play(warmup, model.requestsPerSession());
            micros = (ProcessCpu.nanos() - cpu) / 1e3;
            changes = again.changes() - before;
        }
        return new FootprintResult.Embedded(
                joinedBytes,
                bytes(directory),
                changes,
                micros / ((double) players * (model.requestsPerSession() - warmup)));
    }

    private FootprintResult distributed(DrainServers servers, FootprintResult.Embedded embedded)
            throws IOException, SQLException {
        Played played;
        FootprintResult.MySql mySql;
        try (MySqlCount tables = new MySqlCount(servers.mySqlUrl())) {
            try (RedisCount keys = new RedisCount(servers.redisUri());
                    DistributedStorage storage =
                            DistributedStorage.open(
                                    servers.settings(KEYSPACE, DistributedSettings.FLUSH_AFTER),
                                    InstantSource.system())) {
                played = play(servers, storage, keys, tables);
            }
            Map<String, Rows> after = tables.tables();
            long binlog = tables.binlogBytes() - played.binlogBefore();
            tables.cleanOperations();
            mySql =
                    new FootprintResult.MySql(
                            tables.version(), played.joined(), after, tables.tables(), binlog);
        }
        // It writes all that it has in memory.
        servers.cassandra().stop();
        return new FootprintResult(
                "Redis " + played.redis().version() + ", MariaDB, Cassandra",
                model,
                players,
                SEED,
                (long) players * (model.requestsPerSession() + 1),
                played.changes(),
                (long) players * model.hardPerSession(),
                played.repeats(),
                played.cpu(),
                played.redis(),
                mySql,
                new FootprintResult.Cassandra(
                        tables(servers.cassandra().directory()), played.allChanges()),
                embedded);
    }

    private record Played(
            long changes,
            long allChanges,
            long repeats,
            FootprintResult.Cpu cpu,
            FootprintResult.Redis redis,
            Map<String, Rows> joined,
            long binlogBefore) {}

    private Played play(
            DrainServers servers, DistributedStorage storage, RedisCount keys, MySqlCount tables)
            throws SQLException {
        long usedMemoryEmpty = keys.info("memory", "used_memory");
        SessionGame game =
                new SessionGame(storage, model, players, SEED, Instant.now().minus(BEGINS_BEFORE));
        game.patiently(() -> finish(storage));
        Map<String, Keys> joinedKeys = keys.keys();
        Map<String, Rows> joined = tables.tables();
        long before = game.changes();
        long appended = keys.info("persistence", "aof_current_size");
        long binlogBefore = tables.binlogBytes();

        game.logIn();
        Cpu playing = Cpu.ZERO;
        Cpu working = Cpu.ZERO;
        long requests = 0;
        long changes = 0;
        int flushes = 0;
        Map<String, Keys> waiting = Map.of();
        long waitingChanges = 0;
        for (int from = 0; from < model.requestsPerSession(); from += REQUESTS_BETWEEN) {
            int to = Math.min(from + REQUESTS_BETWEEN, model.requestsPerSession());
            Cpu start = servers.cpu();
            game.play(from, to);
            Cpu answered = servers.cpu();
            long present = keys.waiting();
            if (to == model.requestsPerSession()) {
                waiting = keys.keys();
                waitingChanges = present;
            }
            Cpu asked = servers.cpu();
            game.patiently(() -> finish(storage));
            Cpu stored = servers.cpu();
            flushes++;
            if (from >= warmup) {
                playing = playing.plus(answered.minus(start));
                working = working.plus(stored.minus(asked));
                requests += (long) players * (to - from);
                changes += present;
            }
            System.out.printf(
                    Locale.ROOT,
                    "request %d of %d, %d changes waited%n",
                    to,
                    model.requestsPerSession(),
                    present);
        }
        long allChanges = game.changes();
        return new Played(
                allChanges - before,
                allChanges,
                game.repeats(),
                new FootprintResult.Cpu(
                        requests,
                        playing.since(Cpu.ZERO, requests),
                        changes,
                        working.since(Cpu.ZERO, changes),
                        flushes),
                new FootprintResult.Redis(
                        keys.version(),
                        joinedKeys,
                        waiting,
                        waitingChanges,
                        keys.keys(),
                        usedMemoryEmpty,
                        keys.info("memory", "used_memory"),
                        keys.info("persistence", "aof_current_size") - appended),
                joined,
                binlogBefore);
    }

    private static boolean finish(DistributedStorage storage) {
        storage.workers().finish();
        return true;
    }

    /** The bytes of each table of the audit. */
    private static Map<String, Long> tables(Path home) throws IOException {
        Map<String, Long> found = new TreeMap<>();
        Path keyspace = home.resolve("data").resolve("data").resolve(KEYSPACE);
        try (Stream<Path> directories = Files.list(keyspace)) {
            for (Path each : directories.toList()) {
                String name = String.valueOf(each.getFileName());
                found.put(name.substring(0, name.indexOf('-')), bytes(each));
            }
        }
        return found;
    }

    private static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(FootprintSuite::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(FootprintResult result) {
        System.out.printf(
                Locale.ROOT,
                "%d requests, %d changes, %d of them hard%n%s%n%s%n%s%n%s%n%s%n",
                result.requests(),
                result.changes(),
                result.hardChanges(),
                result.cpu(),
                result.redis(),
                result.mySql(),
                result.cassandra(),
                result.embedded());
    }
}
