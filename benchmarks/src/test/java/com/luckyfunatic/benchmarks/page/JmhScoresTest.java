package com.luckyfunatic.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class JmhScoresTest {
    private static final String FILE =
            """
            [{"benchmark": "com.example.TapBenchmark.tap", "params": {"boosted": "true"},
              "primaryMetric": {"score": 123.456, "scoreError": "NaN", "scoreUnit": "ns/op"},
              "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 320.03}}},
             {"benchmark": "com.example.TapBenchmark.plain",
              "primaryMetric": {"score": 1234567.8, "scoreError": 12.3, "scoreUnit": "ops/s"},
              "secondaryMetrics": {}}]
            """;

    @Test
    void it_reads_scores_errors_and_allocation() throws JsonProcessingException {
        JmhScores scores = JmhScores.of(new ObjectMapper().readTree(FILE));

        assertThat(scores.score("TapBenchmark.tap", "boosted=true").bytes()).isEqualTo(320.03);
        assertThat(scores.table())
                .contains("| TapBenchmark.tap (boosted=true) | 123 | – | ns/op | 320 |")
                .contains("| TapBenchmark.plain | 1 234 568 | 12.3 | ops/s | 0 |");
    }
}
