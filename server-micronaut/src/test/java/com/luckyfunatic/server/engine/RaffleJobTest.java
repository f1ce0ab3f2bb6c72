package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleRun;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Raffles that come by themselves. */
class RaffleJobTest {
    @Test
    void a_fresh_start_has_an_open_raffle_which_is_drawn_and_paid_and_followed_by_the_next() {
        Catalog catalog = Catalog.of(CatalogLoader.standard());
        try (GameServer server = GameServer.start(Map.of("FUNATIC_WORKERS", "true"), catalog)) {
            ServerJobs jobs = server.http().bean(ServerJobs.class);
            Raffles raffles = server.engine().storage().raffles();
            jobs.runNow("run-raffles");
            TestPlayer player = server.newPlayer(1_000, 0);
            String first = player.read("/raffles").at("/0/raffleId").textValue();
            assertThat(first).matches("lucky_hat_t[0-9a-z]+");
            player.send("/raffles/" + first + "/tickets", "{\"expectedPrice\":250}");

            server.clock().advance(Duration.ofDays(1).plus(RaffleRun.MARGIN));
            jobs.runNow("run-raffles");
            jobs.runNow("run-raffles");

            assertThat(raffles.find(new RaffleId(first)).orElseThrow().step())
                    .isEqualTo(RaffleStep.DONE);
            assertThat(player.game().at("/funz/currentFunzBalance").longValue())
                    .isEqualTo(1_000 - 250 + 100_000);
            assertThat(player.read("/raffles")).hasSize(2);
            assertThat(player.read("/raffles").at("/0/isOpen").booleanValue()).isTrue();
        }
    }
}
