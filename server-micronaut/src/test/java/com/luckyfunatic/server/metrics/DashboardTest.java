package com.luckyfunatic.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Holds Grafana's dashboard to the metrics that there are. */
class DashboardTest {
    private static final Path FILE = Path.of("../deploy/grafana/funatic.json");
    private static final Path ALERTS = Path.of("../deploy/prometheus/alerts.yml");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), (\\w+)\\)");
    private static final int WIDTH = 24;

    private final JsonNode dashboard;
    private final QueryCheck check;

    DashboardTest() throws IOException {
        dashboard = new ObjectMapper().readTree(FILE.toFile());
        check = new QueryCheck(KnownMetrics.read());
    }

    @Test
    void every_query_names_metrics_and_labels_that_there_are() {
        SoftAssertions softly = new SoftAssertions();
        int queries = 0;
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries++;
                softly.assertThat(
                                check.problems(
                                        target.path("expr").asText(),
                                        target.path("legendFormat").asText()))
                        .as(panel.path("title").asText())
                        .isEmpty();
            }
        }
        softly.assertThat(queries).isGreaterThan(30);
        softly.assertAll();
    }

    @Test
    void whatever_an_alert_watches_is_on_a_panel() throws IOException {
        Set<String> shown = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                shown.addAll(metrics(target));
            }
        }
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode group : new YAMLMapper().readTree(ALERTS.toFile()).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                softly.assertThat(shown).as(rule.path("alert").asText()).containsAll(metrics(rule));
            }
        }
        softly.assertAll();
    }

    private static List<String> metrics(JsonNode query) {
        return PromQl.read(query.path("expr").asText()).selectors().stream()
                .map(PromQl.Selector::metric)
                .toList();
    }

    @Test
    void its_variables_can_be_filled() {
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            if (variable.path("type").asText().equals("query")) {
                Matcher query = LABEL_VALUES.matcher(variable.path("query").path("query").asText());
                assertThat(query.matches()).isTrue();
                assertThat(check.problems(query.group(1), "{{" + query.group(2) + "}}")).isEmpty();
            }
        }
    }

    @Test
    void every_panel_has_an_id_and_a_place_of_its_own() {
        List<Integer> ids = new ArrayList<>();
        boolean[][] taken = new boolean[1000][WIDTH];
        for (JsonNode panel : dashboard.path("panels")) {
            ids.add(panel.path("id").asInt());
            JsonNode place = panel.path("gridPos");
            for (int y = 0; y < place.path("h").asInt(); y++) {
                for (int x = 0; x < place.path("w").asInt(); x++) {
                    int row = place.path("y").asInt() + y;
                    int column = place.path("x").asInt() + x;
                    assertThat(taken[row][column]).as(panel.path("title").asText()).isFalse();
                    taken[row][column] = true;
                }
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }
}
