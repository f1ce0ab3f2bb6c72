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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real server under load over HTTP: taps and reads in turn with the yardstick of the same
 * stack, the other scenarios, an open loop, and the memory it holds after a million requests and in
 * the end.
 */
public final class HttpSuite {
    /** Whose answers are sized, so that everybody sees that the yardstick's are as large. */
    private static final Set<RequestKind> SIZED =
            Set.of(
                    RequestKind.LOGIN,
                    RequestKind.GAME,
                    RequestKind.TAP,
                    RequestKind.HELLO,
                    RequestKind.HELLO_POST);

    private static final int CONNECTIONS = 64;
    private static final int PLAYERS = 10_000;
    private static final int REQUESTS_BEFORE_MEMORY = 1_000_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Half of what the closed loop reached: busy, and far from saturated. */
    private static final double OPEN_SHARE = 0.5;

    private final RunOptions options;
    private final ServerCommand command;
    private final RunDirectory directory;
    private final List<HttpResult.Load> loads = new ArrayList<>();
    private long requests;
    private HttpResult.@Nullable Memory atMillion;

    /** A suite as long as the options say. */
    public HttpSuite(RunOptions options, ServerCommand command) throws IOException {
        this.options = options;
        this.command = command;
        directory = options.start("http");
    }

    /**
     * Runs everything and writes the raw files.
     *
     * @return whether every request of every run was answered as it should be
     */
    public boolean run() throws IOException, InterruptedException {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path catalog = scratch.resolve("catalog.yaml");
            LoadCatalog.write(catalog);
            ServerSettings settings =
                    ServerSettings.forLoad(scratch.resolve("data"))
                            .with("FUNATIC_CATALOG", catalog.toString());
            try (ServerProcess server = ServerProcess.start(command, settings, ServerProcess.LOG)) {
                HttpResult result = measure(server);
                directory.write(RunDirectory.RESULT_FILE, result);
                print(result);
            }
        }
        System.out.println("raw results: " + directory);
        return loads.stream().allMatch(HttpResult.Load::clean);
    }

    private HttpResult measure(ServerProcess server) throws IOException {
        List<Player> players = PlayerLogin.loggedIn(server.url(), options.choose(PLAYERS, 200));
        var sizes = AnswerSizes.of(server.url(), players.getFirst(), SIZED);
        warmUp(server, players);
        for (int round = 1; round <= options.choose(5, 1); round++) {
            load(server, players, LoadScenario.HELLO_POST, new Arrival.Closed(), round);
            load(server, players, LoadScenario.TAP, new Arrival.Closed(), round);
            load(server, players, LoadScenario.HELLO, new Arrival.Closed(), round);
            load(server, players, LoadScenario.GAME, new Arrival.Closed(), round);
        }
        load(server, players, LoadScenario.LOGIN, new Arrival.Closed(), 1);
        load(server, players, LoadScenario.MIXED, new Arrival.Closed(), 1);
        double rate = Math.max(1, median(LoadScenario.TAP) * OPEN_SHARE);
        for (int round = 1; round <= options.choose(3, 1); round++) {
            load(server, players, LoadScenario.HELLO_POST, new Arrival.Open(rate), round);
            load(server, players, LoadScenario.TAP, new Arrival.Open(rate), round);
        }
        for (LoadScenario scenario :
                List.of(LoadScenario.GAME, LoadScenario.LOGIN, LoadScenario.MIXED)) {
            double share = Math.max(1, median(scenario) * OPEN_SHARE);
            load(server, players, scenario, new Arrival.Open(share), 1);
        }
        for (int round = 2; atMillion == null; round++) {
            load(server, players, LoadScenario.MIXED, new Arrival.Closed(), round);
        }
        return new HttpResult(sizes, loads, atMillion, memory(server));
    }

    private HttpResult.Memory memory(ServerProcess server) throws IOException {
        return new HttpResult.Memory(requests, server.residentMiB());
    }

    private void count(LoadReport report, ServerProcess server) throws IOException {
        requests += report.total().requests();
        if (atMillion == null && requests >= options.choose(REQUESTS_BEFORE_MEMORY, 0)) {
            atMillion = memory(server);
        }
    }

    /** The compilers of the server must have seen every route before the first figure counts. */
    private void warmUp(ServerProcess server, List<Player> players) throws IOException {
        for (LoadScenario scenario :
                List.of(
                        LoadScenario.HELLO_POST,
                        LoadScenario.HELLO,
                        LoadScenario.GAME,
                        LoadScenario.MIXED,
                        LoadScenario.TAP)) {
            LoadReport report =
                    LoadRun.run(
                            plan(server, scenario, new Arrival.Closed()),
                            players,
                            server::cpuNanos);
            count(report, server);
        }
    }

    private double median(LoadScenario scenario) {
        return Medians.of(
                loads.stream()
                        .filter(load -> load.settings().scenario().equals(scenario.label()))
                        .toList(),
                HttpResult.Load::requestsPerSecond);
    }

    private void load(
            ServerProcess server,
            List<Player> players,
            LoadScenario scenario,
            Arrival arrival,
            int round)
            throws IOException {
        LoadReport report = LoadRun.run(plan(server, scenario, arrival), players, server::cpuNanos);
        String file =
                "%02d-%s-%s.json"
                        .formatted(loads.size() + 1, scenario.label(), report.settings().mode());
        directory.write(file, report);
        loads.add(HttpResult.Load.of(round, file, report));
        count(report, server);
        System.out.print(report.toText());
    }

    private LoadPlan plan(ServerProcess server, LoadScenario scenario, Arrival arrival) {
        return new LoadPlan(
                server.url(),
                scenario,
                arrival,
                CONNECTIONS,
                1,
                Duration.ofMillis(options.choose(3_000, 500)),
                Duration.ofMillis(options.choose(15_000, 1_000)),
                TIMEOUT);
    }

    private static void print(HttpResult result) {
        print("tap", result.comparison("hello-post", "tap", "closed"));
        print("game", result.comparison("hello", "game", "closed"));
        print("tap, open loop", result.comparison("hello-post", "tap", "open"));
        System.out.printf(
                Locale.ROOT,
                "%d MiB resident after %d requests, %d MiB after %d; bytes per answer: %s%n",
                result.atMillion().residentMiB(),
                result.atMillion().requests(),
                result.atEnd().residentMiB(),
                result.atEnd().requests(),
                result.answerBytes());
    }

    private static void print(String name, HttpResult.Comparison comparison) {
        System.out.printf(
                Locale.ROOT,
                "%s against the yardstick: %.0f %% of its requests/s, %.2f times its p99, %.2f"
                        + " times its CPU time%n",
                name,
                comparison.rateRatio() * 100,
                comparison.p99Ratio(),
                comparison.cpuRatio());
    }
}
