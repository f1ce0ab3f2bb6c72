package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ten times the usual load for a minute: how long what is accepted takes, how soon the rest is
 * refused, and when all is as before.
 *
 * <p>The usual load is a share of what the machine can do, found first by a closed loop, so that
 * ten times as much is more than it can do. Requests are meant to start whether or not earlier ones
 * were answered, and wait from then on. The server yields the cores to the generator, in the closed
 * loop too.
 */
public final class OverloadSuite {
    private static final LoadScenario SCENARIO = LoadScenario.TAP;
    private static final int FACTOR = 10;
    private static final double CALM_SHARE = 0.2;
    private static final int CLOSED_CONNECTIONS = 64;
    private static final int CONNECTIONS = 1_000;
    private static final int PLAYERS = 10_000;
    private static final int SPAN_SECONDS = 5;
    private static final double CALM_AGAIN = 2;
    private static final Duration WARMUP = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final RunOptions options;
    private final ServerCommand command;
    private final boolean distributed;
    private final @Nullable Integer inFlightMax;
    private final RunDirectory directory;

    /**
     * A suite as long as the options say.
     *
     * @param distributed whether the server runs on Redis, MySQL and Cassandra of its own
     * @param inFlightMax the server's setting of requests in flight; null for its default, which is
     *     what the page of results is about
     */
    public OverloadSuite(
            RunOptions options,
            ServerCommand command,
            boolean distributed,
            @Nullable Integer inFlightMax)
            throws IOException {
        this.options = options;
        this.command = new ServerCommand.Yielding(command);
        this.distributed = distributed;
        this.inFlightMax = inFlightMax;
        directory =
                options.start(
                        (distributed ? "overload-distributed" : "overload")
                                + (inFlightMax == null ? "" : "-places-" + inFlightMax));
    }

    /**
     * Runs everything and writes the raw file.
     *
     * @return whether every request was accepted or refused as overload, and all were accepted
     *     before
     */
    public boolean run() throws IOException, InterruptedException {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path catalog = scratch.resolve("catalog.yaml");
            LoadCatalog.write(catalog);
            ServerSettings settings =
                    settings(scratch.resolve("data")).with("FUNATIC_CATALOG", catalog.toString());
            try (ServerProcess server = ServerProcess.start(command, settings, ServerProcess.LOG)) {
                OverloadResult result = measure(server);
                directory.write(RunDirectory.RESULT_FILE, result);
                print(result);
                System.out.println("raw results: " + directory);
                return result.isClean();
            }
        }
    }

    private ServerSettings settings(Path dataDir) {
        ServerSettings settings = ServerSettings.forLoad(dataDir);
        if (inFlightMax != null) {
            settings =
                    settings.with("FUNATIC_REQUESTS_IN_FLIGHT_MAX", Integer.toString(inFlightMax));
        }
        return distributed ? settings.onDatabasesOfItsOwn() : settings;
    }

    private OverloadResult measure(ServerProcess server) {
        List<Player> players =
                PlayerLogin.loggedIn(server.url(), options.choose(PLAYERS, CONNECTIONS));
        double closed = closedPerSecond(server, players);
        int calm = options.choose(20, SPAN_SECONDS);
        int surge = options.choose(60, SPAN_SECONDS);
        int after = options.choose(40, 2 * SPAN_SECONDS);
        Arrival.Surge arrival =
                new Arrival.Surge(
                        closed * CALM_SHARE,
                        FACTOR,
                        WARMUP.plusSeconds(calm),
                        Duration.ofSeconds(surge));
        LoadPlan plan =
                plan(
                        server,
                        arrival,
                        CONNECTIONS,
                        WARMUP,
                        Duration.ofSeconds(calm + surge + after));
        System.out.printf(
                Locale.ROOT,
                "taps in a closed loop: %.0f/s. Now %.0f/s for %d s, %d times as many for %d s, and"
                        + " %.0f/s for %d s%n",
                closed,
                arrival.calmPerSecond(),
                calm,
                FACTOR,
                surge,
                arrival.calmPerSecond(),
                after);
        RunClock clock = new RunClock(plan);
        SecondBySecond seconds = new SecondBySecond(clock, plan.duration());
        List<VirtualUser> users =
                IntStream.range(0, CONNECTIONS)
                        .mapToObj(index -> new VirtualUser(index, plan, clock, players, seconds))
                        .toList();
        new HyperfoilRun(plan, users).run();
        return result(closed, arrival, seconds, calm, surge);
    }

    private OverloadResult result(
            double closed, Arrival.Surge arrival, SecondBySecond seconds, int calm, int surge) {
        int end = seconds.all().size();
        int over = calm + surge;
        Fates before = seconds.between(0, calm);
        OptionalInt calmAgain =
                seconds.secondsUntilCalm(
                        over,
                        SPAN_SECONDS,
                        (long) (before.accepted().getValueAtPercentile(99) * CALM_AGAIN));
        return new OverloadResult(
                distributed ? "distributed" : "embedded",
                inFlightMax,
                closed,
                arrival.calmPerSecond(),
                FACTOR,
                CONNECTIONS,
                part(seconds, arrival, 0, calm),
                part(seconds, arrival, calm, over),
                part(seconds, arrival, over, end),
                calmAgain.isPresent() ? calmAgain.getAsInt() : null,
                seconds.all().stream().map(OverloadResult.Second::of).toList());
    }

    private static OverloadResult.Part part(
            SecondBySecond seconds, Arrival.Surge arrival, int from, int to) {
        long meant = arrival.arrivals(WARMUP.plusSeconds(from), Duration.ofSeconds(to - from));
        return OverloadResult.Part.of(seconds.between(from, to), to - from, meant);
    }

    /** The compilers of the server must have seen the route before, too. */
    private double closedPerSecond(ServerProcess server, List<Player> players) {
        List<LoadReport> rounds = new ArrayList<>();
        for (int round = 0; round <= options.choose(3, 1); round++) {
            LoadPlan plan =
                    plan(
                            server,
                            new Arrival.Closed(),
                            CLOSED_CONNECTIONS,
                            Duration.ofMillis(options.choose(3_000, 500)),
                            Duration.ofMillis(options.choose(10_000, 1_000)));
            rounds.add(LoadRun.run(plan, players, server::cpuNanos));
        }
        return Medians.of(
                rounds.subList(1, rounds.size()), round -> round.total().requestsPerSecond());
    }

    private static LoadPlan plan(
            ServerProcess server,
            Arrival arrival,
            int connections,
            Duration warmup,
            Duration duration) {
        return new LoadPlan(
                server.url(), SCENARIO, arrival, connections, 1, warmup, duration, TIMEOUT);
    }

    private static void print(OverloadResult result) {
        System.out.printf(
                "%-8s %12s %12s %9s %9s %9s %9s %9s %12s %9s%n",
                "",
                "requests",
                "accepted/s",
                "p50 ms",
                "p99",
                "from sent",
                "refused",
                "failed",
                "refused p99",
                "late p99");
        print("calm", result.calm());
        print("surge", result.surge());
        print("after", result.after());
        System.out.printf(
                Locale.ROOT,
                "accepted in the surge: %.2f times the calm p99; calm again: %s%n",
                result.p99Ratio(),
                result.secondsUntilCalm() == null
                        ? "not in time"
                        : "after " + result.secondsUntilCalm() + " s");
        if (!result.hasKeptUp()) {
            System.out.println(
                    "the generator was behind: this tells more of it than of the server");
        }
    }

    private static void print(String name, OverloadResult.Part part) {
        System.out.printf(
                Locale.ROOT,
                "%-8s %12d %12.0f %9.2f %9.2f %9.2f %9d %9d %12.2f %9.2f%n",
                name,
                part.requests(),
                part.acceptedPerSecond(),
                part.accepted().p50(),
                part.accepted().p99(),
                part.service().p99(),
                part.refused(),
                part.failed(),
                part.refusal().p99(),
                part.late().p99());
    }
}
