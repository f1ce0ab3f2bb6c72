package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.game.GameServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrizeJobTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void pays_the_winner_of_a_tournament_that_is_over() {
        try (GameServer server = start()) {
            PlayerId player = PlayerId.parse(server.newPlayer().id());
            TournamentDefinition cup = entered(server, player);
            play(server, cup, player);
            long before = funz(server, player);

            server.http().bean(ServerJobs.class).runNow("pay-prizes");
            assertThat(stage(server, cup)).isEqualTo(TournamentStage.PUBLISHED);
            server.clock().advance(Duration.ofHours(2));
            server.http().bean(ServerJobs.class).runNow("pay-prizes");
            server.http().bean(ServerJobs.class).runNow("pay-prizes");

            assertThat(stage(server, cup)).isEqualTo(TournamentStage.DONE);
            // Half of a pool of 100, as the test's tournaments pay.
            assertThat(funz(server, player)).isEqualTo(before + 50);
            assertThat(metrics(server))
                    .contains("game_prizes_paid_total 1.0", "game_tournaments_done_total 1.0");
        }
    }

    @Test
    void a_tournament_that_nobody_has_played_ends_too() {
        try (GameServer server = start()) {
            TournamentDefinition cup = entered(server, PlayerId.parse(server.newPlayer().id()));
            server.clock().advance(Duration.ofHours(2));

            server.http().bean(ServerJobs.class).runNow("pay-prizes");

            assertThat(stage(server, cup)).isEqualTo(TournamentStage.DONE);
            assertThat(metrics(server)).contains("game_prizes_paid_total 0.0");
        }
    }

    @Test
    void a_storage_that_is_closed_ends_no_job() {
        try (GameServer server = start()) {
            ServerJobs jobs = server.http().bean(ServerJobs.class);
            server.engine().storage().close();

            assertThat(jobs.runNow("pay-prizes")).isFalse();
        }
    }

    private static GameServer start() {
        return GameServer.start(Map.of("FUNATIC_WORKERS", "false"), TestCatalogs.full());
    }

    /** A tournament of an hour that {@code player} has entered for 100. */
    private static TournamentDefinition entered(GameServer server, PlayerId player) {
        GameStorage storage = server.engine().storage();
        long now = server.clock().millis();
        TournamentDefinition cup = TestTournaments.between(now, now + HOUR).fee(100).done();
        storage.tournaments().create(cup);
        storage.tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED);
        OperationId name = new OperationId("enter");
        storage.tournaments().hold(TournamentEntry.wanted(cup, player, name, now, now + HOUR));
        storage.tournaments().confirm(player, name);
        return cup;
    }

    private static void play(GameServer server, TournamentDefinition cup, PlayerId player) {
        MinigameRuns runs = server.engine().storage().minigameRuns();
        long at = cup.opensAtMillis() + 1;
        long id = server.engine().ids().next();
        runs.start(
                new MinigameRun(
                        id,
                        player,
                        new OperationId("run"),
                        cup.minigame(),
                        cup.id(),
                        at,
                        at + HOUR,
                        1,
                        2,
                        null),
                5);
        runs.score(id, new RunScore(7, at, null, id, null));
    }

    private static long funz(GameServer server, PlayerId player) {
        return server.engine().player(player).orElseThrow().wallet().funz();
    }

    private static TournamentStage stage(GameServer server, TournamentDefinition cup) {
        return server.engine().storage().tournaments().find(cup.id()).orElseThrow().stage();
    }

    private static String metrics(GameServer server) {
        return server.http().bean(PrometheusMeterRegistry.class).scrape();
    }
}
