package com.luckyfunatic.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Holds the alert rules to the metrics that there are, and to a page for whoever is woken up. */
class AlertRulesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path RUNBOOKS = ROOT.resolve("docs/runbooks");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}\\./funatic (\\S+ ?\\S*)");

    /** The commands that a page may tell somebody to use. */
    private static final Set<String> COMMANDS =
            Set.of(
                    "admin audit",
                    "admin journal",
                    "admin reconcile",
                    "admin recover",
                    "admin verify",
                    "admin player",
                    "worker status",
                    "worker once",
                    "worker run");

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        new YAMLMapper()
                .readTree(ROOT.resolve("deploy/prometheus/alerts.yml").toFile())
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    /** {@code JournalLag} is explained on the page {@code journal-lag.md}. */
    private static String page(String alert) {
        return alert.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".md";
    }

    @Test
    void every_rule_names_metrics_and_labels_that_there_are() throws IOException {
        QueryCheck check = new QueryCheck(KnownMetrics.read());
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode rule : rules()) {
            softly.assertThat(
                            check.problems(
                                    rule.path("expr").asText(),
                                    rule.path("annotations").path("summary").asText()))
                    .as(rule.path("alert").asText())
                    .isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void every_rule_says_how_urgent_it_is_and_where_it_is_explained() throws IOException {
        List<String> names = new ArrayList<>();
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode rule : rules()) {
            String name = rule.path("alert").asText();
            names.add(name);
            softly.assertThat(name).matches("([A-Z][a-z]+)+");
            softly.assertThat(rule.path("labels").path("severity").asText())
                    .as(name)
                    .isIn("critical", "warning");
            softly.assertThat(rule.path("annotations").path("summary").asText())
                    .as(name)
                    .isNotBlank();
            softly.assertThat(rule.path("annotations").path("runbook_url").asText())
                    .as(name)
                    .isEqualTo("docs/runbooks/" + page(name));
        }
        softly.assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        softly.assertAll();
    }

    @Test
    void every_alert_has_its_page_and_every_page_its_alert() throws IOException {
        List<String> pages =
                rules().stream().map(rule -> page(rule.path("alert").asText())).toList();
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(file -> !file.equals("README.md"))
                    .containsExactlyInAnyOrderElementsOf(pages);
        }
        String index = Files.readString(RUNBOOKS.resolve("README.md"));
        assertThat(pages).allSatisfy(page -> assertThat(index).contains("(" + page + ")"));
    }

    @Test
    void every_page_says_what_it_means_how_to_see_it_and_what_to_do() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode rule : rules()) {
            String alert = rule.path("alert").asText();
            String text = Files.readString(RUNBOOKS.resolve(page(alert)));
            softly.assertThat(text).startsWith("# " + alert + "\n");
            softly.assertThat(text)
                    .contains("\n## What it means\n", "\n## How to see it\n", "\n## What to do\n");
            softly.assertThat(COMMAND.matcher(text).results().map(found -> found.group(1).strip()))
                    .as(alert)
                    .isSubsetOf(COMMANDS);
        }
        softly.assertAll();
    }
}
