package com.luckyfunatic.benchmarks.transfer;

import com.luckyfunatic.benchmarks.http.GameClient;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Transfers to a platform with a bad network, by a server that is killed in the middle of them:
 * each must end confirmed once or given back once.
 *
 * <p>The platform, its network and the players live in this process and outlast every server. In
 * the end the network is mended, and a server asks about what is not known; a request that was lost
 * is sent again five minutes after it was sent, so this takes at least as long.
 */
public final class TransferSuite {
    private static final String PLATFORM_TOKEN = "8c2e5f1a9d4b7063e1f8a5c2d9b6e374";

    /** How long the server waits for the platform. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /**
     * By then nothing is under way any more, or never will be over: the longest pause is 10 min.
     */
    private static final Duration SETTLED_MAX = Duration.ofMinutes(20);

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int VIOLATIONS_TOLD_MAX = 20;

    private final ServerCommand command;
    private final RunDirectory directory;
    private final int players;
    private final int transfers;
    private final int kills;
    private final long seed;
    private final Map<String, Integer> killed = new LinkedHashMap<>();
    private final AtomicReference<URI> url = new AtomicReference<>();
    private final Moments moments = new Moments();
    private final SplittableRandom killing;
    private final SplittableRandom asking;
    private final BadNetwork network;

    /**
     * A suite as long as the options say, if nothing else is said.
     *
     * @param kills how often the server is killed; 0 for as often as the options say
     * @param seed of the players, the network and the kills
     */
    public TransferSuite(RunOptions options, ServerCommand command, int kills, long seed)
            throws IOException {
        this.command = command;
        this.kills = kills > 0 ? kills : options.choose(20, 2);
        this.seed = seed;
        players = options.choose(40, 10);
        transfers = options.choose(800, 80);
        SplittableRandom random = new SplittableRandom(seed);
        killing = random.split();
        asking = random.split();
        network = new BadNetwork(random.split());
        directory = options.start("transfers");
    }

    /**
     * Runs everything and writes the raw file.
     *
     * @return whether each transfer is over, as the platform says
     */
    public boolean run() throws IOException, InterruptedException {
        TransferResult result;
        try (ScratchDirectory scratch = ScratchDirectory.create();
                GameClient game = new GameClient(url::get);
                PlatformServer platform = PlatformServer.start(network, moments, TIMEOUT)) {
            result = transfer(game, platform, settings(scratch.resolve("data"), platform.uri()));
            if (!result.isRight()) {
                scratch.keep();
            }
        }
        directory.write(RunDirectory.RESULT_FILE, result);
        print(result);
        System.out.println("raw results: " + directory);
        return result.isRight();
    }

    private static ServerSettings settings(Path data, URI platform) {
        return ServerSettings.forLoad(data)
                .with("FUNATIC_LARAVEL_API_TOKEN", PLATFORM_TOKEN)
                .with("FUNATIC_PLATFORM_URL", platform.toString())
                .with("FUNATIC_PLATFORM_SECRET", PlatformServer.SECRET)
                .with("FUNATIC_PLATFORM_TIMEOUT", TIMEOUT.toSeconds() + "s");
    }

    private TransferResult transfer(
            GameClient game, PlatformServer platform, ServerSettings settings)
            throws IOException, InterruptedException {
        ServerProcess server = start(settings);
        try {
            Players all = Players.arrive(game, moments, players, "Bearer " + PLATFORM_TOKEN);
            CompletableFuture<Void> load =
                    CompletableFuture.runAsync(
                            () -> all.ask(transfers, asking),
                            task -> Thread.ofVirtual().start(task));
            int share = transfers / (kills + 1);
            for (int kill = 1; kill <= kills; kill++) {
                // So that something is at stake each time.
                all.allow(share);
                kill(kill, Math.max(1, share / 2), server);
                server = start(settings);
            }
            all.allow(transfers - kills * share);
            load.join();
            all.repeatAll();
            // Mended earlier, the network would be bad for those only that are sent at once.
            var _ = await(all, Sight::isSent);
            network.mend();
            return settled(all, platform);
        } finally {
            server.close();
        }
    }

    private void kill(int number, int stepsMax, ServerProcess server) throws InterruptedException {
        KillMoment moment = KillMoment.draw(killing, stepsMax);
        boolean came = moments.killAt(moment, server::kill);
        String when = came ? moment.step().label() : "nothing came";
        killed.merge(when, 1, Integer::sum);
        System.out.printf(
                Locale.ROOT,
                "%3d. killed: %s, the %d., after %.1f ms%n",
                number,
                when,
                moment.number(),
                moment.delay().toNanos() / 1e6);
    }

    private ServerProcess start(ServerSettings settings) throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.start(command, settings, ServerProcess.LOG);
        url.set(server.url());
        return server;
    }

    /** Waits until nothing is under way, and compares. */
    private TransferResult settled(Players all, PlatformServer platform) {
        System.out.println("all sent; waiting until nothing is under way");
        long start = System.nanoTime();
        Sight sight = await(all, Sight::isOver);
        return result(all.asked(), sight, platform, (System.nanoTime() - start) / 1e9);
    }

    /** Returns the first sight that is as wanted, or the last when that does not come. */
    private static Sight await(Players all, Predicate<Sight> wanted) {
        long start = System.nanoTime();
        Sight sight = Sight.of(all);
        while (!wanted.test(sight) && System.nanoTime() - start < SETTLED_MAX.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
            sight = Sight.of(all);
        }
        return sight;
    }

    private TransferResult result(
            List<Asked> asked, Sight sight, PlatformServer platform, double settleSeconds) {
        List<Violation> violations =
                TransferCheck.of(
                        Players.ITEM, sight.holders(), asked, sight.listed(), platform.arrivals());
        Map<String, Integer> broken = new LinkedHashMap<>();
        for (Violation.Kind kind : Violation.Kind.values()) {
            broken.put(
                    kind.label(),
                    (int) violations.stream().filter(each -> each.kind() == kind).count());
        }
        return new TransferResult(
                seed,
                players,
                asked.size(),
                (int) asked.stream().filter(each -> each.answered() == null).count(),
                (int) asked.stream().filter(each -> each.repeated() != null).count(),
                killed,
                network.requests(),
                network.whileBad(),
                network.faults(),
                sight.listed().size(),
                (int) sight.listed().stream().filter(Listed::isConfirmed).count(),
                (int) sight.listed().stream().filter(Listed::isGivenBack).count(),
                broken,
                settleSeconds,
                violations.stream().limit(VIOLATIONS_TOLD_MAX).map(Violation::toString).toList());
    }

    private static void print(TransferResult result) {
        System.out.printf(
                Locale.ROOT,
                "%d transfers after %d kills and %d lost replies: %d confirmed, %d given back;"
                        + " settled after %.0f s; broken promises: %s%n",
                result.transfers(),
                result.killed(),
                result.repliesLost(),
                result.confirmed(),
                result.givenBack(),
                result.settleSeconds(),
                result.broken());
        result.violations().forEach(System.out::println);
    }
}
