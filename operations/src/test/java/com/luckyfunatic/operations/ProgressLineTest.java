package com.luckyfunatic.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.SettableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final SettableClock clock = new SettableClock();
    private final StringWriter out = new StringWriter();

    private ProgressLine line(boolean isTerminal) {
        return new ProgressLine("players checked", new PrintWriter(out), isTerminal, clock);
    }

    @Test
    void without_a_terminal_a_line_comes_every_five_seconds_and_at_the_end() {
        ProgressLine line = line(false);
        line.at(1, 1_000);
        clock.advance(Duration.ofSeconds(5));
        line.at(100, 1_000);
        line.at(101, 1_000);
        clock.advance(Duration.ofSeconds(2));
        line.at(1_000, 1_000);
        line.end();

        assertThat(out.toString().lines())
                .containsExactly(
                        "100 of 1000 players checked, 20/s, 45 s left",
                        "1000 of 1000 players checked, 142/s, 0 s left");
    }

    @Test
    void at_a_terminal_one_line_is_written_over() {
        ProgressLine line = line(true);
        line.end();
        assertThat(out.toString()).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        line.at(10, 1_000);
        clock.advance(Duration.ofSeconds(1));
        line.at(900, 1_000);
        line.end();

        assertThat(out.toString())
                .contains("\r10 of 1000 players checked, 1/s, 16 min 30 s left")
                .contains("\r900 of 1000 players checked, 81/s, 1 s left   ")
                .doesNotContain("\n")
                .endsWith("\r");
    }

    @Test
    void what_takes_hours_is_told_in_hours_and_what_has_not_begun_is_not_guessed() {
        ProgressLine line = line(false);
        clock.advance(Duration.ofSeconds(5));
        line.at(0, 50_000);
        clock.advance(Duration.ofSeconds(5));
        line.at(10, 50_000);

        assertThat(out.toString())
                .contains("0 of 50000 players checked, 0/s\n")
                .contains("1/s, 13 h 53 min left");
    }
}
