package com.luckyfunatic.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants mistakes in queries, of every kind that the check is there for. */
class QueryCheckTest {
    private static QueryCheck check;

    @BeforeAll
    static void read() throws IOException {
        check = new QueryCheck(KnownMetrics.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "1 - sum(up{job=\"funatic-server\"}) / 2 >= 0.5",
                "rate(game_commands_seconds_count{instance=~\"$instance\"}[$__rate_interval])",
                "topk(3, sum by (route) (rate(http_server_requests_seconds_sum[5m])))",
                "sum by (exported_job) (storage_jobs_leases{exported_job=\"drain-journals\"}) < 8",
                "histogram_quantile(0.99, sum by (le) (rate(game_commands_seconds_bucket[5m])))",
                "http_server_requests_seconds_max{status=~\"4..\"} or vector(0)",
            })
    void what_names_only_what_is_there_is_good(String query) {
        assertThat(check.problems(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            textBlock =
                    """
                    game_nonsense_seconds_max; nobody tells game_nonsense_seconds_max
                    game_commands_seconds{command="Tap"}; nobody tells game_commands_seconds
                    up{sink="audit"}; up has no label sink
                    sum by (route) (up); up has no label route to group by
                    storage_journal_lag_seconds{sink="mysql"}; sink is never mysql
                    storage_jobs_leases{job="drain-journals"}; job is never drain-journals
                    up{job=~"funatic-server|funatic-sever"}; job is never funatic-server|funatic-sever
                    sum(rate(http_server_requests_seconds_count{route="/taps"}[5m])); route is never /taps
                    game_transfers_total > 1; game_transfers_total is a counter or is not, and is treated the other way
                    rate(storage_embedded_queue_changes[5m]); storage_embedded_queue_changes is a counter or is not, and is treated the other way
                    """)
    void what_names_something_else_is_found(String query, String problem) {
        assertThat(check.problems(query)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up{",
                "up}",
                "sum(up",
                "up == ",
                "up{job=funatic}",
                "up[5m]",
                "rate(game_transfers_total)",
                "rate(game_transfers_total[5])",
                "ratee(game_transfers_total[5m])",
                "histogram_quantile(0.99, rate(game_commands_seconds_bucket[5m]))",
                "up & up",
            })
    void what_is_no_query_is_found(String query) {
        assertThat(check.problems(query)).hasSize(1);
    }

    @Test
    void texts_name_labels_that_the_result_has() {
        assertThat(check.problems("up == 0", "{{ $labels.instance }} is away")).isEmpty();
        assertThat(check.problems("sum by (job) (up)", "{{job}} {{instance}}"))
                .containsExactly("the result has no label instance");
        assertThat(check.problems("max(up)", "{{ $labels.job }}, {{ $value | humanize }}"))
                .containsExactly("the result has no label job");
    }
}
