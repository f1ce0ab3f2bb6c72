package com.luckyfunatic.operations.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.storage.JobRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRunsJsonTest {
    @Test
    void what_is_written_is_read_again() {
        List<JobRun> runs =
                List.of(
                        new JobRun("pay-prizes", "server 1", 3, 1_000, 20, 7, null, 301_020),
                        new JobRun("run-raffles", "server 1", 4, 2_000, 1, 0, "\"no\"", 7_001));

        String text = JobRunsJson.write(runs);

        assertThat(text).contains("\"beganAt\":\"1970-01-01T00:00:01Z\"");
        assertThat(JobRunsJson.read(text)).isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "[]",
                "{\"jobs\":3}",
                "{\"jobs\":[{}]}",
                "{\"jobs\":[{\"name\":\"a\",\"owner\":\"b\",\"beganAt\":\"today\"}]}"
            })
    void something_else_is_refused(String text) {
        assertThatThrownBy(() -> JobRunsJson.read(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
