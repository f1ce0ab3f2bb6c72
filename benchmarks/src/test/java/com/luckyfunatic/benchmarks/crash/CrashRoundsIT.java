package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.luckyfunatic.benchmarks.server.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short form of the crash rounds on the server that the same build has made. */
class CrashRoundsIT {
    private static final Path SERVER = Path.of("..", "server-micronaut", "target", "lib");

    private static final CrashRounds.Plan PLAN =
            CrashRounds.Plan.embedded("everysec", 2, 3, 16, 20, 1);

    @TempDir private Path directory = Path.of("");

    @Test
    void nothing_answered_is_lost_doubled_or_changed_by_a_killed_server() throws Exception {
        assumeThat(SERVER).as("the server's jars, which its module builds").isDirectory();

        CrashResult result =
                CrashCommand.embedded(
                        PLAN, new ServerCommand.Jars(SERVER), directory.resolve("crash"));

        assertThat(result.rounds())
                .hasSize(2)
                .allSatisfy(round -> assertThat(round.violations()).isEmpty());
        assertThat(result.sum(CrashResult.Round::taps)).isPositive();
        assertThat(result.sum(CrashResult.Round::changes)).isPositive();
        assertThat(result.finalRepeats()).isPositive();
        assertThat(result.finalViolations()).isEmpty();
    }

    @Test
    void rounds_that_were_run_are_known_when_the_next_cannot_be() throws Exception {
        assumeThat(SERVER).as("the server's jars, which its module builds").isDirectory();
        Path scratch = directory.resolve("ended");
        Blow<Stage> unable =
                (_, _) -> {
                    throw new IOException("the database did not start");
                };
        try (EmbeddedStage stage =
                new EmbeddedStage(new ServerCommand.Jars(SERVER), scratch, "everysec")) {
            var rounds = new CrashRounds<>(PLAN, stage, List.of(new ServerKill(), unable), scratch);

            List<Integer> heard = new ArrayList<>();

            assertThatExceptionOfType(RoundsEndedException.class)
                    .isThrownBy(() -> rounds.run(_ -> false, (_, ended) -> heard.add(ended.size())))
                    .withMessageContaining("the database did not start")
                    .satisfies(e -> assertThat(e.rounds()).hasSize(1));
            assertThat(heard).containsExactly(1);
        }
    }
}
