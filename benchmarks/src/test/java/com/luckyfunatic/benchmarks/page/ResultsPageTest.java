package com.luckyfunatic.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.benchmarks.audit.DrainResult;
import com.luckyfunatic.benchmarks.crash.CampaignResult;
import com.luckyfunatic.benchmarks.crash.CrashResult;
import com.luckyfunatic.benchmarks.run.Machine;
import com.luckyfunatic.benchmarks.run.Run;
import com.luckyfunatic.benchmarks.server.StartResult;
import com.luckyfunatic.benchmarks.transfer.TransferResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final String BLOCK =
            """
            before
            <!-- results: start -->
            old
            <!-- end -->
            after
            """;

    private static final CrashResult.Round QUIET =
            new CrashResult.Round(
                    1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, Map.of(), List.of());

    @TempDir private Path results = Path.of("");

    @Test
    void the_tables_of_the_committed_page_are_those_of_the_committed_raw_files()
            throws IOException {
        String page = Files.readString(ROOT.resolve("docs").resolve("benchmarks.md"));

        assertThat(ResultsPage.fill(page, ROOT.resolve("benchmarks").resolve("results")))
                .as("benchmarks/run page writes them")
                .isEqualTo(page);
    }

    @Test
    void what_sizing_says_is_computed_from_the_committed_raw_files() throws IOException {
        String page = Files.readString(ROOT.resolve("docs").resolve("sizing.md"));

        assertThat(page)
                .contains("<!-- results: capacity-assumed -->")
                .contains("<!-- results: capacity-million -->")
                .contains("<!-- results: capacity-scale -->")
                .contains("<!-- results: capacity-first -->")
                .contains("<!-- results: footprint -->")
                .doesNotContain("Not measured yet.");
        assertThat(ResultsPage.fill(page, ROOT.resolve("benchmarks").resolve("results")))
                .as("benchmarks/run page writes them")
                .isEqualTo(page);
    }

    @Test
    void nothing_is_computed_from_some_of_the_measurements() throws IOException {
        write("a", "2026-01-01T00:00:00Z", false, 1.0);

        for (String block : List.of("footprint", "capacity-million", "capacity-first")) {
            assertThat(ResultsPage.fill(BLOCK.replace(": start", ": " + block), results))
                    .contains("Not measured yet.");
        }
    }

    @Test
    void sizes_are_in_units_that_can_be_read() {
        assertThat(Capacities.size(999)).isEqualTo("999 B");
        assertThat(Capacities.size(16_000_000_000L)).isEqualTo("16.0 GB");
        assertThat(Capacities.size(4_000_000_000_000_000_000L)).isEqualTo("4 000 PB");
    }

    @Test
    void the_committed_plots_are_those_of_the_committed_raw_files() throws IOException {
        for (Map.Entry<String, String> plot :
                Plots.all(ROOT.resolve("benchmarks").resolve("results")).entrySet()) {
            assertThat(ROOT.resolve("docs").resolve("plots").resolve(plot.getKey()))
                    .as("benchmarks/run page draws them")
                    .hasContent(plot.getValue());
        }
    }

    @Test
    void a_block_is_filled_from_the_latest_run_that_is_no_trial() throws IOException {
        write("a", "2026-01-01T00:00:00Z", false, 1.0);
        write("b", "2026-01-02T00:00:00Z", false, 2.0);
        write("c", "2026-01-03T00:00:00Z", true, 3.0);

        assertThat(ResultsPage.fill(BLOCK, results))
                .startsWith("before\n<!-- results: start -->\n| start ")
                .contains("| with the start-up cache | 2.00 | 2.00 | 2.00 | 1 |")
                .contains("2 cores of a processor, 4 GiB")
                .endsWith("<!-- end -->\nafter\n")
                .doesNotContain("old");
    }

    @Test
    void what_was_not_measured_says_so() throws IOException {
        assertThat(ResultsPage.fill(BLOCK, results.resolve("nowhere")))
                .contains("Not measured yet.");
        assertThat(
                        ResultsPage.fill(
                                BLOCK.replace(": start", ": figures"), results.resolve("nowhere")))
                .contains("| ≤ 2.5 s, ≤ 6 s | not measured yet |");
    }

    @Test
    void an_unknown_block_is_refused() {
        assertThatThrownBy(() -> ResultsPage.fill(BLOCK.replace(": start", ": speed"), results))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed");
    }

    @Test
    void the_drain_shows_its_rate_beside_the_drivers_and_its_lag() throws IOException {
        DrainResult.CpuMicros cpu = new DrainResult.CpuMicros(1, 2, 3, 4);
        DrainResult result =
                new DrainResult(
                        "servers",
                        10,
                        128,
                        256,
                        List.of(new DrainResult.Round(900, 1, 900, cpu)),
                        List.of(new DrainResult.Round(1_000, 1, 1_000, cpu)),
                        new DrainResult.Lag(2_000, 65, 130_000, 120, 340, 678, cpu));
        write("a", "drain", "2026-01-01T00:00:00Z", false, result);

        assertThat(ResultsPage.fill(BLOCK.replace(": start", ": drain"), results))
                .contains("| the whole drain | 900 | 1.00 | 2.00 | 3.00 | 4.00 | 90 % |")
                .contains("| bare driver | 1 000 |")
                .contains("| 2 000 changes/s for 65 s | 130 000 | 120 | 340 | 678 |");
        assertThat(ResultsPage.fill(BLOCK.replace(": start", ": figures"), results))
                .contains("| ≥ 80 % of the bare driver | 90 %, 900/s |")
                .contains("| p99 ≤ 1 s | p50 0.12 s, p99 0.34 s, max 0.68 s |");
    }

    @Test
    void transfers_that_broke_a_promise_are_told_in_both_places() throws IOException {
        TransferResult result =
                new TransferResult(
                        1,
                        2,
                        5,
                        1,
                        4,
                        Map.of("player asks", 2),
                        9,
                        8,
                        Map.of("loses the reply", 3),
                        5,
                        3,
                        1,
                        Map.of("lost", 0, "stuck", 1),
                        301,
                        List.of("one"));
        write("a", "transfers", "2026-01-01T00:00:00Z", false, result);

        assertThat(result.isRight()).isFalse();
        assertThat(ResultsPage.fill(BLOCK.replace(": start", ": transfers"), results))
                .contains("| 2 kills, seed 1 |")
                .contains("| of these, while the network was bad | 8 |")
                .contains("| replies lost | 3 |")
                .contains("| **lost** | **0** |\n| **stuck** | **1** |")
                .contains("Killed when: player asks 2. Faults of the network: loses the reply 3.");
        assertThat(ResultsPage.fill(BLOCK.replace(": start", ": figures"), results))
                .contains("| 1 in 5 transfers after 2 kills |");
    }

    @Test
    void a_campaign_that_was_run_in_parts_shows_the_latest_of_each() throws IOException {
        write("a", "campaign", "2026-01-01T00:00:00Z", false, campaign("server", 2, "drain", 1));
        write("b", "campaign", "2026-01-02T00:00:00Z", false, campaign("server", 3));

        assertThat(ResultsPage.fill(BLOCK.replace(": start", ": campaign"), results))
                .contains("| server | 3 |")
                .contains("| drain | 1 |")
                .doesNotContain("| server | 2 |")
                .contains("[a](")
                .contains("[b](");
        assertThat(ResultsPage.fill(BLOCK.replace(": start", ": figures"), results))
                .contains("| 0 in 4 blows of 2 of 16 kinds |");
    }

    /** Pairs of what was struck and how often. */
    private static CampaignResult campaign(Object... struck) {
        List<CrashResult> scenarios = new ArrayList<>();
        for (int i = 0; i < struck.length; i += 2) {
            scenarios.add(
                    new CrashResult(
                            (String) struck[i],
                            64,
                            Collections.nCopies((Integer) struck[i + 1], QUIET),
                            0,
                            List.of()));
        }
        return new CampaignResult(List.of(), scenarios);
    }

    private void write(String directory, String startedAt, boolean quick, double seconds)
            throws IOException {
        write(
                directory,
                "start",
                startedAt,
                quick,
                new StartResult(List.of(seconds), List.of(seconds), List.of(100L)));
    }

    private void write(
            String directory, String name, String startedAt, boolean quick, Object result)
            throws IOException {
        Machine machine =
                new Machine(
                        "os", "a processor", 2, 4_000, "jdk", List.of("-Xmx1m"), "abc", false, 1);
        Path run = Files.createDirectories(results.resolve(directory));
        ObjectMapper json = new ObjectMapper();
        json.writeValue(run.resolve("run.json").toFile(), new Run(name, startedAt, quick, machine));
        json.writeValue(run.resolve("result.json").toFile(), result);
    }
}
