package com.luckyfunatic.benchmarks.http;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What pays or costs a player something, over HTTP: each is answered only when it is committed.
 * Each in turn with a yardstick of its own: as long an answer of the same stack.
 */
public final class HardSuite {
    /** Beside the yardsticks, in the order they are measured. */
    static final List<LoadScenario> SCENARIOS =
            List.of(
                    LoadScenario.CLAIM,
                    LoadScenario.SPIN,
                    LoadScenario.PURCHASE,
                    LoadScenario.CONVERSION);

    /** A yardstick may be shorter than what it stands for by less than two rows, never longer. */
    private static final int SHORTER_MAX = 700;

    private static final int PLAYERS = 10_000;

    /** Each is registered by a dozen transactions, one after another. */
    private static final int PLAYERS_DISTRIBUTED = 2_000;

    /** What somebody has claimed who has played for a while; each stays in the state. */
    private static final int CLAIMED_QUESTS = 10;

    /** After so many rounds others claim. */
    private static final int ROUNDS_OF_A_CLAIMER = 2;

    private static final int IN_FLIGHT = 32;

    /** What a server refuses when it has too much to do, the benchmark of overload measures. */
    private static final String NO_LIMIT = "0";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final RunOptions options;
    private final ServerCommand command;
    private final boolean distributed;
    private final int connections;
    private final RunDirectory directory;
    private final List<HttpResult.Load> loads = new ArrayList<>();
    private Map<String, Integer> sizes = Map.of();

    /**
     * A suite as long as the options say.
     *
     * @param distributed whether the server runs on Redis, MySQL and Cassandra of its own
     * @param connections each with one request in flight
     */
    public HardSuite(
            RunOptions options, ServerCommand command, boolean distributed, int connections)
            throws IOException {
        this.options = options;
        this.command = command;
        this.distributed = distributed;
        this.connections = connections;
        directory = options.start(distributed ? "http-hard-distributed" : "http-hard");
    }

    /**
     * Runs everything and writes the raw files.
     *
     * @return whether every request of every run was answered as it should be
     */
    public boolean run() throws IOException, InterruptedException {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path catalog = scratch.resolve("catalog.yaml");
            LoadCatalog.writeForHard(catalog);
            ServerSettings settings =
                    ServerSettings.forLoad(scratch.resolve("data"))
                            .with("FUNATIC_CATALOG", catalog.toString())
                            .with("FUNATIC_REQUESTS_IN_FLIGHT_MAX", NO_LIMIT);
            if (distributed) {
                settings = settings.onDatabasesOfItsOwn();
            }
            try (ServerProcess server = ServerProcess.start(command, settings, ServerProcess.LOG)) {
                measure(server);
            }
        }
        HardResult result = new HardResult(distributed ? "distributed" : "embedded", sizes, loads);
        directory.write(RunDirectory.RESULT_FILE, result);
        print(result);
        System.out.println("raw results: " + directory);
        return loads.stream().allMatch(HttpResult.Load::clean);
    }

    private void measure(ServerProcess server) throws IOException {
        int count = options.choose(distributed ? PLAYERS_DISTRIBUTED : PLAYERS, 200);
        int rounds = options.choose(distributed ? 2 : 5, 1);
        int crowds = 1 + rounds / ROUNDS_OF_A_CLAIMER;
        List<Player> all = PlayerLogin.loggedIn(server.url(), (1 + crowds) * count);
        List<Player> players = all.subList(0, count);
        prepare(server.url(), players);
        sizes = sizes(server.url(), all.getLast(), players.getFirst());
        // The compilers of the server must have seen every route before the first figure counts.
        for (int round = 0; round <= rounds; round++) {
            // Whoever claims all the time has a state that grows, and no quest left one day.
            int crowd = 1 + round / ROUNDS_OF_A_CLAIMER;
            round(server, all.subList(crowd * count, (crowd + 1) * count), players, round);
            if (round == 0) {
                loads.clear();
            }
        }
    }

    private void round(ServerProcess server, List<Player> claimers, List<Player> players, int round)
            throws IOException {
        for (LoadScenario scenario : SCENARIOS) {
            load(server, players, yardstick(scenario), round);
            load(server, scenario == LoadScenario.CLAIM ? claimers : players, scenario, round);
        }
    }

    /** Returns what answers as long as {@code scenario}, one of {@link #SCENARIOS}. */
    static LoadScenario yardstick(LoadScenario scenario) {
        return switch (scenario) {
            case CLAIM -> LoadScenario.HELLO_CLAIM;
            case SPIN -> LoadScenario.HELLO_SPIN;
            case PURCHASE -> LoadScenario.HELLO_PURCHASE;
            case CONVERSION -> LoadScenario.HELLO_CONVERSION;
            default -> throw new IllegalArgumentException(scenario + " is not measured here");
        };
    }

    /**
     * Asks for one answer of each; {@code claimer} has more to claim, {@code player} has tokens.
     */
    private static Map<String, Integer> sizes(URI url, Player claimer, Player player)
            throws IOException {
        Map<String, Integer> sizes =
                new TreeMap<>(
                        AnswerSizes.of(
                                url, claimer, Set.of(RequestKind.CLAIM, RequestKind.HELLO_CLAIM)));
        sizes.putAll(
                AnswerSizes.of(
                        url,
                        player,
                        Set.of(
                                RequestKind.SPIN,
                                RequestKind.HELLO_SPIN,
                                RequestKind.PURCHASE,
                                RequestKind.HELLO_PURCHASE,
                                RequestKind.CONVERSION,
                                RequestKind.HELLO_CONVERSION)));
        for (LoadScenario scenario : SCENARIOS) {
            int game = requireNonNull(sizes.get(scenario.label()));
            int hello = requireNonNull(sizes.get(yardstick(scenario).label()));
            if (hello > game || game - hello > SHORTER_MAX) {
                throw new IllegalStateException(
                        "the answer to a %s has %d bytes, its yardstick's %d"
                                .formatted(scenario.label(), game, hello));
            }
        }
        return sizes;
    }

    private void load(ServerProcess server, List<Player> players, LoadScenario scenario, int round)
            throws IOException {
        LoadPlan plan =
                new LoadPlan(
                        server.url(),
                        scenario,
                        new Arrival.Closed(),
                        connections,
                        1,
                        Duration.ofMillis(options.choose(3_000, 500)),
                        Duration.ofMillis(options.choose(15_000, 1_000)),
                        TIMEOUT);
        LoadReport report = LoadRun.run(plan, players, server::cpuNanos);
        String file = "%d-%s.json".formatted(round, scenario.label());
        directory.write(file, report);
        loads.add(HttpResult.Load.of(round, file, report));
        System.out.print(report.toText());
    }

    private static void prepare(URI url, List<Player> players) {
        try (PatientClient client = new PatientClient()) {
            Concurrently.forEach(
                    players,
                    IN_FLIGHT,
                    player -> {
                        claim(client, url, player, LoadCatalog.TOKENS_QUEST);
                        for (int number = 0; number < CLAIMED_QUESTS; number++) {
                            claim(client, url, player, LoadCatalog.quest(number));
                        }
                    });
        }
    }

    private static void claim(PatientClient client, URI url, Player player, String quest) {
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve("/quests/" + quest + "/claim"))
                        .timeout(TIMEOUT)
                        .header("Authorization", player.authorization())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", quest)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        try {
            HttpResponse<byte[]> answer = client.send(request);
            if (answer.statusCode() != 200) {
                throw new IOException(
                        "a player could not claim "
                                + quest
                                + ": "
                                + new String(answer.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static void print(HardResult result) {
        for (String scenario : result.scenarios()) {
            HttpResult.Comparison comparison = result.comparison(scenario);
            System.out.printf(
                    Locale.ROOT,
                    "%s on the %s storage: %.0f %% of the yardstick's requests/s, %.2f times its"
                            + " p99, %.2f times its CPU time%n",
                    scenario,
                    result.storage(),
                    comparison.rateRatio() * 100,
                    comparison.p99Ratio(),
                    comparison.cpuRatio());
        }
    }
}
