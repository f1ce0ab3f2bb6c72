package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.game.GameServer;
import org.junit.jupiter.api.Test;

class PopupJobTest {
    @Test
    void a_wave_of_popups_begins() {
        try (GameServer server = GameServer.start()) {
            assertThat(server.http().bean(ServerJobs.class).runNow("raise-popups")).isTrue();

            assertThat(server.engine().storage().popupWaves().last()).isPositive();
        }
    }

    @Test
    void a_storage_that_is_closed_ends_no_job() {
        try (GameServer server = GameServer.start()) {
            ServerJobs jobs = server.http().bean(ServerJobs.class);
            server.engine().storage().close();

            assertThat(jobs.runNow("raise-popups")).isFalse();
        }
    }
}
