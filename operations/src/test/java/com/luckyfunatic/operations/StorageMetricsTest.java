package com.luckyfunatic.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.storage.distributed.StorageWork;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageMetricsTest {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** A registry keeps nobody alive. */
    private final StorageWork work = StorageWork.none();

    @Test
    void lag_rate_and_quarantine_are_there_before_anything_has_happened() {
        var _ =
                StorageMetrics.bind(
                        registry, work, List.of("clean-archive"), InstantSource.system());

        assertThat(registry.scrape())
                .contains(
                        "storage_journal_lag_seconds{sink=\"archive\"} 0.0",
                        "storage_journal_lag_seconds{sink=\"audit\"} 0.0",
                        "storage_journal_drained_changes_total{sink=\"audit\"} 0.0",
                        "storage_journal_delay_seconds_bucket{sink=\"archive\",le=\"1.0\"} 0",
                        "storage_journal_quarantined_total 0.0",
                        "storage_jobs_leases{job=\"clean-archive\"} 0.0");
    }

    @Test
    void delays_are_counted() {
        StorageMetrics metrics =
                StorageMetrics.bind(registry, work, List.of(), InstantSource.system());

        metrics.archivedAfter(80);
        metrics.auditedAfter(2_500);

        assertThat(registry.scrape())
                .contains(
                        "storage_journal_delay_seconds_bucket{sink=\"archive\",le=\"0.05\"} 0",
                        "storage_journal_delay_seconds_bucket{sink=\"archive\",le=\"0.1\"} 1",
                        "storage_journal_delay_seconds_bucket{sink=\"audit\",le=\"2.0\"} 0",
                        "storage_journal_delay_seconds_bucket{sink=\"audit\",le=\"10.0\"} 1");
    }

    @Test
    void they_are_served_on_a_port_of_their_own_and_nothing_else_is() throws IOException {
        registry.counter("anything").increment();
        try (ManagementServer server =
                ManagementServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), registry)) {
            URI uri = URI.create("http://127.0.0.1:" + server.address().getPort());
            try (InputStream body = uri.resolve("/metrics").toURL().openStream()) {
                assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("anything_total 1.0");
            }
            HttpURLConnection other =
                    (HttpURLConnection) uri.resolve("/metricsx").toURL().openConnection();
            assertThat(other.getResponseCode()).isEqualTo(404);
        }
    }
}
