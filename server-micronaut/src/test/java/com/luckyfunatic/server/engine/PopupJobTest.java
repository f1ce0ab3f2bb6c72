package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopupJobTest {
    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void a_server_that_works_begins_waves(String workers, boolean begins) {
        try (GameServer server =
                GameServer.start(Map.of("FUNATIC_WORKERS", workers), TestCatalogs.full())) {
            server.http().bean(PopupJob.class).beginWaveWhenDue();

            assertThat(server.engine().storage().popupWaves().last() > 0).isEqualTo(begins);
        }
    }

    @Test
    void a_storage_that_is_closed_ends_no_job() {
        try (GameServer server =
                GameServer.start(Map.of("FUNATIC_WORKERS", "true"), TestCatalogs.full())) {
            PopupJob job = server.http().bean(PopupJob.class);
            server.engine().storage().close();

            job.beginWaveWhenDue();

            assertThat(job).isNotNull();
        }
    }
}
