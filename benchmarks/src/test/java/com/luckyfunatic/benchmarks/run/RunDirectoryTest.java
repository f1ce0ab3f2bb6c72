package com.luckyfunatic.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    @TempDir private Path results = Path.of("");

    @Test
    void it_is_named_after_day_and_command_and_describes_the_machine() throws IOException {
        RunDirectory directory = RunDirectory.create(results, "rule", false, CLOCK);

        assertThat(directory.file(RunDirectory.RUN_FILE))
                .isEqualTo(results.resolve("2026-03-04-rule").resolve("run.json"))
                .content()
                .contains("\"startedAt\" : \"2026-03-04T05:06:07Z\"", "\"cores\" : ", "\"jdk\" : ");
    }

    @Test
    void a_second_run_of_a_day_leaves_the_first_alone() throws IOException {
        RunDirectory.create(results, "rule", false, CLOCK).write("raw.json", 1);
        RunDirectory second = RunDirectory.create(results, "rule", false, CLOCK);
        second.write("raw.json", 2);

        assertThat(second.file("raw.json"))
                .isEqualTo(results.resolve("2026-03-04-rule-2").resolve("raw.json"))
                .hasContent("2\n");
        assertThat(results.resolve("2026-03-04-rule").resolve("raw.json")).hasContent("1\n");
    }
}
