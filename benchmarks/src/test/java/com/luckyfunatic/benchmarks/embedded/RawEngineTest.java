package com.luckyfunatic.benchmarks.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.run.Round;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RawEngineTest {
    @TempDir private Path directory = Path.of("");

    @ParameterizedTest
    @EnumSource
    void every_answered_operation_is_in_the_file(RawEngine.Forcing forcing) throws SQLException {
        try (RawEngine engine = new RawEngine(directory, forcing, 100)) {
            Round round = new Callers(10, 100).round(engine, Duration.ofMillis(200));

            assertThat(round.operations()).isPositive().isEqualTo(engine.operations());
        }
    }

    @Test
    void two_operations_of_one_player_at_once_are_both_carried_out() throws SQLException {
        try (RawEngine engine = new RawEngine(directory, RawEngine.Forcing.EVERY_SECOND, 1)) {
            Concurrently.run(50, _ -> engine.operate(0));

            assertThat(engine.operations()).isEqualTo(50);
            assertThat(engine.changes(0)).isEqualTo(50);
        }
    }
}
