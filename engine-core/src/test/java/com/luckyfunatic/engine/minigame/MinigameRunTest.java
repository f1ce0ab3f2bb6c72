package com.luckyfunatic.engine.minigame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinigameRunTest {
    private static final RunScore PLAUSIBLE = new RunScore(400, 3_500, null, 9, null);
    private static final RunScore FLAGGED = new RunScore(400, 3_500, RunFlag.TOO_FAST, 0, null);

    private static MinigameRun run(long id, @Nullable RunScore score) {
        return new MinigameRun(
                id,
                new PlayerId(7),
                new OperationId("run"),
                new MinigameId("stars"),
                null,
                1_000,
                61_000,
                1,
                2,
                score);
    }

    private static RunReview review(boolean approved) {
        return new RunReview(approved, "ada", "watched it", 4_000);
    }

    @Test
    void its_step_follows_from_its_score_and_who_looked_at_it() {
        assertThat(run(1, null).step()).isEqualTo(RunStep.STARTED);
        assertThat(run(1, PLAUSIBLE).step()).isEqualTo(RunStep.ACCEPTED);
        assertThat(run(1, FLAGGED).step()).isEqualTo(RunStep.FLAGGED);
        assertThat(run(1, FLAGGED.reviewed(review(true), 5)).step()).isEqualTo(RunStep.APPROVED);
        assertThat(run(1, FLAGGED.reviewed(review(false), 5)).step()).isEqualTo(RunStep.REJECTED);
    }

    @Test
    void only_an_approved_score_takes_the_number_it_would_count_under() {
        assertThat(FLAGGED.reviewed(review(true), 5).countedAs()).isEqualTo(5);
        assertThat(FLAGGED.reviewed(review(true), 5).counts()).isTrue();
        assertThat(FLAGGED.reviewed(review(false), 5).countedAs()).isZero();
        assertThat(FLAGGED.reviewed(review(false), 5).counts()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "61000, true", "61001, false"})
    void it_takes_a_score_until_its_time_has_run_out(long nowMillis, boolean open) {
        assertThat(run(1, null).isOpen(nowMillis)).isEqualTo(open);
        assertThat(run(1, null).with(PLAUSIBLE).isOpen(nowMillis)).as("it has one").isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void its_number_is_positive(long id) {
        assertThatThrownBy(() -> run(id, null)).hasMessageContaining("a run's id is positive");
    }

    @Test
    void a_score_that_counts_against_its_flag_cannot_be_made() {
        assertThatThrownBy(() -> new RunScore(1, 1, RunFlag.TOO_FAST, 3, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunScore(1, 1, null, 0, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunScore(1, 1, null, -1, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunScore(1, 1, null, 3, review(true)))
                .as("a plausible score needs no review")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunScore(1, 1, RunFlag.TOO_FAST, 3, review(false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, RunReview.BY_MAX + 1})
    void somebody_by_name_has_looked_at_it(int length) {
        assertThatThrownBy(() -> new RunReview(true, "a".repeat(length), "why", 1))
                .hasMessageContaining("by has 1 to 64 characters");
        assertThatThrownBy(() ->
                        new RunReview(
                                true,
                                "ada",
                                length == 0 ? " " : "r".repeat(RunReview.REASON_MAX + 1),
                                1))
                .hasMessageContaining("a reason has 1 to 300 characters");
    }
}
