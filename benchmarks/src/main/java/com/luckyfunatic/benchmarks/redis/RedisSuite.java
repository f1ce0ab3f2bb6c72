package com.luckyfunatic.benchmarks.redis;

import com.luckyfunatic.benchmarks.game.SteppingClock;
import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.PriceCurve;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.redis.RedisStore;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Commands through the Redis adapter, in one round trip by their scripts and in two the generic
 * way, and the script of a tap alone, with as many in flight over as many connections: one.
 */
public final class RedisSuite {
    private static final int CALLERS = 256;
    private static final int PLAYERS = 2_560;

    /** Every booster may be activated again after it. */
    private static final Duration BETWEEN_BOOSTERS = Duration.ofDays(1);

    private static final Path SERVER_FILES =
            Path.of("dev-servers-files", "target", "servers", "servers.properties");

    private final RunOptions options;
    private final Duration warmup;
    private final Duration round;
    private final int rounds;

    /** A suite as long as the options say. */
    public RedisSuite(RunOptions options) {
        this.options = options;
        warmup = Duration.ofMillis(options.choose(6_000, 500));
        round = Duration.ofMillis(options.choose(4_000, 500));
        rounds = options.choose(5, 1);
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException {
        RunDirectory directory = options.start("redis");
        try (ScratchDirectory scratch = ScratchDirectory.create();
                RedisServer server =
                        RedisServer.start(
                                ServerFiles.read(SERVER_FILES, scratch.resolve("files")),
                                RedisVersion.NEWEST,
                                scratch.resolve("redis"),
                                List.of())) {
            RedisResult result = measure(server);
            print(result);
            directory.write(RunDirectory.RESULT_FILE, result);
        }
        System.out.println("raw results: " + directory);
    }

    private RedisResult measure(RedisServer server) {
        GameCodec codec = new GameCodec();
        try (RedisStore store =
                RedisStore.open(
                        RedisSettings.single(server.uri()),
                        "",
                        Partitions.STANDARD,
                        RedisGame.generations(),
                        codec)) {
            List<RedisResult.Workload> workloads = new ArrayList<>();
            InstantSource clock = TapLoad.clock(PLAYERS, 1);
            RedisGame game = newGame(store, server, clock);
            List<Double> script = new ArrayList<>();
            String yardstick;
            try (Yardstick tool = yardstick(server, store, game)) {
                yardstick = tool.name();
                tool.perSecond(warmup);
                workloads.add(
                        workload(
                                server,
                                "tap",
                                game,
                                new Tap(TapLoad.TAPS),
                                () -> script.add(tool.perSecond(round))));
            }
            workloads.add(workload(server, "collect income", game, new CollectIncome(), () -> {}));
            InstantSource days =
                    new SteppingClock(
                            TapLoad.START, Math.ceilDiv(BETWEEN_BOOSTERS.toMillis(), PLAYERS));
            RedisGame boosting = newGame(store, server, days);
            workloads.add(
                    workload(
                            server,
                            "activate booster",
                            boosting,
                            new ActivateBooster(refill(game.catalog()).type()),
                            () -> {}));
            return new RedisResult("Redis 7.4", CALLERS, yardstick, script, workloads);
        }
    }

    private static RedisGame newGame(RedisStore store, RedisServer server, InstantSource clock) {
        empty(server, "player");
        RedisGame game = new RedisGame(store, clock);
        IntStream.range(0, PLAYERS).forEach(game::create);
        IntStream.range(0, PLAYERS).forEach(i -> game.inTwoTrips(i, new Tap(TapLoad.TAPS)));
        return game;
    }

    private static BoosterDefinition refill(Catalog catalog) {
        return catalog.boosters().stream()
                .filter(each -> each.effect().isInstant())
                .filter(each -> each.price().kind() == PriceCurve.Kind.FREE)
                .findFirst()
                .orElseThrow();
    }

    private RedisResult.Workload workload(
            RedisServer server, String name, RedisGame game, Command command, Runnable beside) {
        RedisResult.Workload result =
                new RedisResult.Workload(name, 0, new ArrayList<>(), new ArrayList<>());
        Callers callers = new Callers(CALLERS, PLAYERS);
        callers.round(player -> game.inTwoTrips(player, command), warmup);
        callers.round(player -> game.inOneTrip(player, command), warmup);
        game.scriptShare();
        for (int i = 0; i < rounds; i++) {
            empty(server, "journal");
            result.twoTrips().add(callers.round(each -> game.inTwoTrips(each, command), round));
            result.oneTrip().add(callers.round(each -> game.inOneTrip(each, command), round));
            beside.run();
        }
        return new RedisResult.Workload(
                name, game.scriptShare(), result.oneTrip(), result.twoTrips());
    }

    /** Nobody drains the journal here: it must not fill the memory. */
    private static void empty(RedisServer server, String kind) {
        try (RedisClient client = RedisClient.create(server.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            for (String key : connection.sync().keys("{p*}:" + kind + "*")) {
                connection.sync().unlink(key);
            }
            connection.sync().unlink("{yardstick}:journal");
        }
    }

    private static Yardstick yardstick(RedisServer server, RedisStore store, RedisGame game) {
        String key =
                "{p%03d}:player:%s"
                        .formatted(
                                Partitions.STANDARD.of(RedisGame.player(0)), RedisGame.player(0));
        TapScript script =
                TapScript.at(server.uri(), game, key, store.hotPlayers().content(game.catalog()));
        Optional<Path> tool = RedisBenchmarkTool.find();
        return tool.isPresent()
                ? new RedisBenchmarkTool(
                        tool.get(), server.address().getPort(), CALLERS, script.call())
                : new BareLettuce(
                        server.uri(),
                        CALLERS,
                        script.sha(),
                        script.keys().toArray(String[]::new),
                        script.arguments().toArray(String[]::new));
    }

    private static void print(RedisResult result) {
        for (RedisResult.Workload each : result.workloads()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-17s one trip %6.0f/s, p50 %5.0f µs; two trips %6.0f/s, p50 %5.0f µs;"
                            + " × %.2f; script took %.1f %%%n",
                    each.command(),
                    Medians.of(each.oneTrip(), Round::perSecond),
                    Medians.of(each.oneTrip(), one -> one.latency().p50()),
                    Medians.of(each.twoTrips(), Round::perSecond),
                    Medians.of(each.twoTrips(), two -> two.latency().p50()),
                    each.factor(),
                    each.scriptShare() * 100);
        }
        System.out.printf(
                Locale.ROOT,
                "%s ran the script of a tap %.0f/s; the adapter %.0f %% of it%n",
                result.yardstick(),
                Medians.of(result.scriptPerSecond()),
                result.ratio() * 100);
    }
}
