package com.luckyfunatic.server.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.operations.job.EngineJobs;
import com.luckyfunatic.operations.job.Job;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.storage.distributed.JobKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus knows of servers and workers: metrics, their labels, and the values of labels
 * that have few.
 *
 * <p>Ours stand on the page of metrics, which {@link MetricsReferenceTest} holds to what a server
 * tells; those of the JVM are asked from a registry as servers have it.
 */
final class KnownMetrics {
    /** Prometheus gives these to everything it reads. */
    static final Set<String> TARGET_LABELS = Set.of("job", "instance");

    /** How Prometheus shows a label of ours that has the name of one of its own. */
    private static final String EXPORTED = "exported_";

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\| (.*?) \\| .* \\|$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)");
    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^((?:jvm|process|system)_\\w+)(?:\\{(.*)})? ");
    private static final Pattern LABEL_OF_SAMPLE = Pattern.compile("(?:^|,)(\\w+)=\"");

    private final Map<String, Set<String>> labels = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    private KnownMetrics() {
        labels.put("up", Set.of());
    }

    static KnownMetrics read() throws IOException {
        KnownMetrics known = new KnownMetrics();
        ROW.matcher(Files.readString(Path.of("../docs/reference/metrics.md")))
                .results()
                .forEach(row -> known.add(row.group(1), row.group(2), row.group(3)));
        SAMPLE.matcher(new MetricsFactory().registry().scrape())
                .results()
                .forEach(sample ->
                        known.labels
                                .computeIfAbsent(sample.group(1), name -> new HashSet<>())
                                .addAll(labelsOfSample(sample.group(2))));
        known.addValues();
        return known;
    }

    private void add(String name, String type, String cell) {
        Set<String> own =
                LABEL.matcher(cell)
                        .results()
                        .map(label -> label.group(1))
                        .map(label -> TARGET_LABELS.contains(label) ? EXPORTED + label : label)
                        .collect(Collectors.toSet());
        if (!type.equals("histogram")) {
            labels.put(name, own);
            return;
        }
        labels.put(name + "_count", own);
        labels.put(name + "_sum", own);
        Set<String> withBuckets = new HashSet<>(own);
        withBuckets.add("le");
        labels.put(name + "_bucket", withBuckets);
    }

    private static Set<String> labelsOfSample(@Nullable String text) {
        return text == null
                ? Set.of()
                : LABEL_OF_SAMPLE
                        .matcher(text)
                        .results()
                        .map(label -> label.group(1))
                        .collect(Collectors.toSet());
    }

    private void addValues() throws IOException {
        values.put("sink", Set.of("archive", "audit"));
        values.put("durability", Set.of("soft", "hard"));
        values.put("forced", Set.of("true", "false"));
        values.put("outcome", Set.of("confirmed", "given_back", "unknown", "contradicted"));
        values.put("area", Set.of("heap", "nonheap"));
        values.put("job", scrapeJobs());
        values.put(
                "part",
                Set.of("storage", "redis", "redis-nodes", "mysql", "scylla", "worker-number"));
        values.put("result", Set.of("done", "failed"));
        values.put(
                EXPORTED + "job",
                Stream.concat(Arrays.stream(JobKind.values()).map(JobKind::word), engineJobs())
                        .collect(Collectors.toSet()));
        Set<String> codes =
                Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::word)
                        .collect(Collectors.toCollection(HashSet::new));
        codes.add("");
        values.put("code", codes);
        Set<String> statuses =
                Arrays.stream(ProblemCode.values())
                        .map(code -> Integer.toString(code.status().getCode()))
                        .collect(Collectors.toCollection(HashSet::new));
        statuses.add("200");
        values.put("status", statuses);
        values.put("route", routes());
    }

    private static Stream<String> engineJobs() {
        return EngineJobs.of(
                        new SimpleMeterRegistry(), EngineJobs.PRIZE_RUN_PAUSE, AuditSealing.PLAIN)
                .stream()
                .map(Job::name);
    }

    private static Set<String> scrapeJobs() throws IOException {
        Set<String> jobs = new TreeSet<>();
        JsonNode file =
                new YAMLMapper().readTree(Path.of("../deploy/prometheus/prometheus.yml").toFile());
        file.path("scrape_configs").forEach(each -> jobs.add(each.path("job_name").asText()));
        return jobs;
    }

    private static Set<String> routes() throws IOException {
        Set<String> routes = new TreeSet<>(Set.of("unmatched"));
        try (InputStream file =
                KnownMetrics.class.getResourceAsStream("/META-INF/swagger/funatic.yml")) {
            new YAMLMapper()
                    .readTree(Objects.requireNonNull(file))
                    .path("paths")
                    .fieldNames()
                    .forEachRemaining(routes::add);
        }
        return routes;
    }

    boolean has(String metric) {
        return labels.containsKey(metric);
    }

    /** The labels of a metric and of whoever told it. */
    Set<String> labels(String metric) {
        Set<String> all = new TreeSet<>(labels.getOrDefault(metric, Set.of()));
        all.addAll(TARGET_LABELS);
        return all;
    }

    /** Every value that a label may have; empty when nobody can say. */
    Set<String> values(String label) {
        return values.getOrDefault(label, Set.of());
    }
}
