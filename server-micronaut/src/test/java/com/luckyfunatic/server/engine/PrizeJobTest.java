package com.luckyfunatic.server.engine;

import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
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

    /** Whatever has become of the leaderboard since. */
    @Test
    void what_was_paid_is_shown_for_good() {
        try (GameServer server = start()) {
            TestPlayer first = server.newPlayer(1_000, 0);
            TestPlayer second = server.newPlayer(1_000, 0);
            TournamentDefinition cup = entered(server, PlayerId.parse(first.id()));
            enter(server, cup, PlayerId.parse(second.id()));
            play(server, cup, PlayerId.parse(second.id()), 5);
            play(server, cup, PlayerId.parse(first.id()), 9);
            server.clock().advance(Duration.ofHours(2));
            server.http().bean(ServerJobs.class).runNow("pay-prizes");
            server.engine().storage().leaderboards().drop(cup.board());
            String board = "/tournaments/" + cup.id() + "/leaderboard";

            JsonNode top = json(second.get(board + "?limit=1"));
            JsonNode next =
                    json(
                            second.get(
                                    board
                                            + "?limit=1&cursor="
                                            + top.get("nextCursor").textValue()));

            assertThat(top.at("/data/0/playerId").textValue()).isEqualTo(first.id());
            // Half of a pool of 200, as the test's tournaments pay.
            assertThat(top.at("/data/0/paid").longValue()).isEqualTo(100);
            assertThat(top.get("players").longValue()).isEqualTo(2);
            assertThat(top.at("/me/rank").longValue()).isEqualTo(2);
            assertThat(next.at("/data/0/playerId").textValue()).isEqualTo(second.id());
            assertThat(next.at("/data/0/paid").isNull()).isTrue();
            assertThat(next.get("nextCursor").isNull()).isTrue();
            assertThat(second.read(board + "?around=me&limit=2").findValuesAsText("rank"))
                    .containsExactly("1", "2");
            assertThat(server.newPlayer().read(board + "?around=me")).isEmpty();
            JsonNode history = first.read("/tournaments/history").get(0);
            assertThat(history.get("rank").longValue()).isOne();
            assertThat(history.get("paid").longValue()).isEqualTo(100);
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
        enter(server, cup, player);
        return cup;
    }

    private static void enter(GameServer server, TournamentDefinition cup, PlayerId player) {
        Tournaments tournaments = server.engine().storage().tournaments();
        OperationId name = new OperationId("enter");
        long now = server.clock().millis();
        tournaments.hold(TournamentEntry.wanted(cup, player, name, now, now + HOUR));
        tournaments.confirm(player, name);
    }

    private static void play(GameServer server, TournamentDefinition cup, PlayerId player) {
        play(server, cup, player, 7);
    }

    private static void play(
            GameServer server, TournamentDefinition cup, PlayerId player, long score) {
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
        runs.score(id, new RunScore(score, at, null, id, null));
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
