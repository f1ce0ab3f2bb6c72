package com.luckyfunatic.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.benchmarks.run.Machine;
import com.luckyfunatic.benchmarks.run.Run;
import com.luckyfunatic.benchmarks.server.StartResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private void write(String directory, String startedAt, boolean quick, double seconds)
            throws IOException {
        Machine machine =
                new Machine(
                        "os", "a processor", 2, 4_000, "jdk", List.of("-Xmx1m"), "abc", false, 1);
        StartResult result = new StartResult(List.of(seconds), List.of(seconds), List.of(100L));
        Path run = Files.createDirectories(results.resolve(directory));
        ObjectMapper json = new ObjectMapper();
        json.writeValue(
                run.resolve("run.json").toFile(), new Run("start", startedAt, quick, machine));
        json.writeValue(run.resolve("result.json").toFile(), result);
    }
}
