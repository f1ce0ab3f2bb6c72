package com.luckyfunatic.benchmarks.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.luckyfunatic.engine.player.PlayerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustCheckTest {
    private static final PlayerId ANN = new PlayerId(1);
    private static final String HEADER = "row,operation_id,player_id,result,detail,input\n";
    private static final String FIRST = "2,a,1,applied,funz 0 jokers 1,x\n";
    private static final String SECOND =
            "3,b,1,applied,funz 0 jokers 2 when it was done before,x\n";

    @TempDir private Path directory;

    private Path results(String text) throws IOException {
        return Files.writeString(directory.resolve("results.csv"), text);
    }

    @Test
    void rows_that_nobody_lived_to_write_down_are_counted() throws IOException {
        assertThat(AdjustCheck.results(results(HEADER + FIRST + SECOND), 2)).isOne();
    }

    @Test
    void whole_lines_are_counted_only() throws IOException {
        assertThat(AdjustCheck.lines(directory.resolve("none"))).isZero();
        assertThat(AdjustCheck.lines(results(""))).isZero();
        assertThat(AdjustCheck.lines(results(HEADER))).isZero();
        assertThat(AdjustCheck.lines(results(HEADER + FIRST + "3,b,1"))).isOne();
    }

    @Test
    void a_row_without_a_result_or_with_two_or_refused_is_found() throws IOException {
        for (String text :
                new String[] {FIRST, FIRST + FIRST, FIRST + SECOND.replace("applied", "refused")}) {
            Path file = results(HEADER + text);
            assertThatIllegalStateException()
                    .as(text)
                    .isThrownBy(() -> AdjustCheck.results(file, 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5, 7", "5, 4"})
    void a_row_that_was_lost_or_counts_twice_is_found(long had, long has) {
        assertThatIllegalStateException()
                .isThrownBy(() -> AdjustCheck.once(Map.of(ANN, had), Map.of(ANN, has)));
    }

    @Test
    void one_more_for_each_player_is_right_and_a_player_who_is_gone_is_not() {
        AdjustCheck.once(Map.of(ANN, 5L), Map.of(ANN, 6L));
        assertThatIllegalStateException()
                .isThrownBy(() -> AdjustCheck.once(Map.of(ANN, 5L), Map.of()));
    }
}
