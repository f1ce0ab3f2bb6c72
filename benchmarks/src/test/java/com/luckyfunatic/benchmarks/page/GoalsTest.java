package com.luckyfunatic.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.benchmarks.adjust.AdjustResult;
import com.luckyfunatic.benchmarks.page.BarChart.Bar;
import com.luckyfunatic.benchmarks.page.BarChart.Tone;
import com.luckyfunatic.benchmarks.run.Machine;
import com.luckyfunatic.benchmarks.run.Run;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.server.StartResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path results = Path.of("");

    private void write(String name, Object result) throws IOException {
        Path directory = Files.createDirectory(results.resolve(name));
        Run run =
                new Run(
                        name,
                        "2026-01-01T00:00:00Z",
                        false,
                        new Machine(
                                "os", "a processor", 2, 4_000, "jdk", List.of(), "abc", false, 1));
        JSON.writeValue(directory.resolve(RunDirectory.RUN_FILE).toFile(), run);
        JSON.writeValue(directory.resolve(RunDirectory.RESULT_FILE).toFile(), result);
    }

    @Test
    void where_less_is_better_the_share_is_turned_round() throws IOException {
        write("start", new StartResult(List.of(2.0), List.of(12.0), List.of()));

        assertThat(Goals.in(Results.in(results)))
                .containsExactly(
                        new Bar("start with the build's cache", 125, Tone.GOOD),
                        new Bar("start without it", 50, Tone.BAD));
    }

    @Test
    void where_more_is_better_it_is_not() throws IOException {
        AdjustResult.Round round = new AdjustResult.Round(1, 1, 1_000);
        write(
                "adjust",
                new AdjustResult(
                        List.of(
                                new AdjustResult.Storage("embedded", 10, List.of(round)),
                                new AdjustResult.Storage(
                                        "distributed",
                                        10,
                                        List.of(new AdjustResult.Round(1, 1, 250)))),
                        List.of(),
                        List.of()));

        assertThat(Goals.in(Results.in(results)))
                .containsExactly(
                        new Bar("rows of adjustments, embedded", 200, Tone.GOOD),
                        new Bar("rows of adjustments, distributed", 50, Tone.BAD));
    }

    @Test
    void a_start_from_jars_has_none_with_a_cache() throws IOException {
        write("start", new StartResult(List.of(), List.of(6.0), List.of()));

        assertThat(Goals.in(Results.in(results)))
                .containsExactly(new Bar("start without it", 100, Tone.GOOD));
    }
}
