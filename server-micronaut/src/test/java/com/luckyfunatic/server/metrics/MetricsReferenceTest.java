package com.luckyfunatic.server.metrics;

import static com.luckyfunatic.server.GeneratedPage.assertUpToDate;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.operations.StorageMetrics;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.balloon.BalloonGames;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.storage.distributed.StorageWork;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes the page of metrics from what a server tells Prometheus that has been played on. */
class MetricsReferenceTest {
    private static final Pattern OURS =
            Pattern.compile("(?m)^# HELP ((?:game|http|server|storage)_\\w+) (.*)$");
    private static final Pattern LABEL = Pattern.compile("[{,](\\w+)=\"");

    /** A registry keeps nobody alive. */
    private final StorageWork work = StorageWork.none();

    @Test
    void the_reference_page_names_what_prometheus_is_told() {
        // Transfers are counted where there is a platform to send them to.
        Map<String, String> platform =
                Map.of(
                        "FUNATIC_PLATFORM_URL", "http://127.0.0.1:9",
                        "FUNATIC_PLATFORM_SECRET", "0123456789abcdef0123456789abcdef");
        try (TestServer server = TestServer.start(platform)) {
            TestPlayer player = TestPlayer.logIn(server, 1);
            player.tap(1);
            player.post("/frenzy/start", "{}");
            server.bean(EngineMetrics.class).outcomeUnknown(new Tap(1));
            // Otherwise they come with the first round of their jobs.
            assertThat(server.bean(BalloonGames.class)).isNotNull();
            // Otherwise it looks at its parts after some seconds only.
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);

            assertUpToDate(
                    "metrics.md",
                    page(
                            server.bean(PrometheusMeterRegistry.class).scrape()
                                    + distributedStorage().scrape()));
        }
    }

    /** What the distributed storage adds, here or in a worker. */
    private PrometheusMeterRegistry distributedStorage() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var _ =
                StorageMetrics.bind(
                        registry, work, List.of("drain-journals"), InstantSource.system());
        return registry;
    }

    private static String page(String scrape) {
        Map<String, String> rows = new TreeMap<>();
        OURS.matcher(scrape).results().forEach(help -> rows.put(help.group(1), row(help, scrape)));
        return INTRODUCTION + String.join("", rows.values());
    }

    private static String row(MatchResult help, String scrape) {
        String name = help.group(1);
        String type =
                Pattern.compile("(?m)^# TYPE " + name + " (\\w+)$")
                        .matcher(scrape)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
        return "| `%s` | %s | %s | %s |\n"
                .formatted(name, type, labels(name, scrape), help.group(2));
    }

    private static String labels(String name, String scrape) {
        return Pattern.compile("(?m)^" + name + "(?:_bucket)?\\{.*}")
                .matcher(scrape)
                .results()
                .flatMap(sample -> LABEL.matcher(sample.group()).results())
                .map(label -> label.group(1))
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(label -> "`" + label + "`")
                .collect(Collectors.joining(", "));
    }

    private static final String INTRODUCTION =
            """
            # Metrics

            This page is written from what a server tells Prometheus at `/metrics` on the management port; a test fails when it is
            stale. Histograms also have `…_count` and `…_sum`; times are in seconds. Names of `jvm_`, `process_` and `system_` come
            from Micrometer and are not listed.

            - `command` is the engine's name of a command, `durability` is `soft` or `hard`: what its change needed, which for a
              command without a change is what the command asks for.
            - `feature` is the part of the game that the refused command belongs to, `code` the error code as in [errors.md](errors.md).
            - An unknown outcome is not a loss: the caller repeats the operation under its id, or asks for it.
            - `part` is what `/readyz` names: `storage`, or with distributed storage `redis`, `redis-nodes` (each
              master of a cluster), `mysql`, `scylla` and `worker-number`, without which there are no ids.
            - What starts with `storage_embedded_` is there with embedded storage only, whatever else starts with `storage_` with
              distributed storage only; a worker shows these too, see [operations.md](operations.md).
            - `sink` is where changes go: `archive` (MySQL) or `audit` (ScyllaDB). A process shows its own part: add up what they count,
              and take the greatest lag.
            - **Alarms** are in [alerts.yml](../../deploy/prometheus/alerts.yml), each with a [page](../runbooks/README.md) that says what to do; a dashboard for Grafana in
              [funatic.json](../../deploy/grafana/funatic.json).

            | name | type | labels | meaning |
            |---|---|---|---|
            """;
}
