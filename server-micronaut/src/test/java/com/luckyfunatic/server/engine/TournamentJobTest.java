package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has to be done about tournaments regularly. */
class TournamentJobTest {
    @Test
    void an_entry_that_is_held_too_long_is_settled() {
        try (GameServer server =
                GameServer.start(Map.of("FUNATIC_WORKERS", "true"), TestCatalogs.full())) {
            TournamentDefinition cup = holdOne(server);

            server.http().bean(ServerJobs.class).runNow("care-for-tournaments");
            assertThat(held(server, cup)).isOne();
            server.clock().advance(Duration.ofSeconds(30));
            server.http().bean(ServerJobs.class).runNow("care-for-tournaments");

            assertThat(held(server, cup)).isZero();
        }
    }

    private static long held(GameServer server, TournamentDefinition cup) {
        return server.engine().storage().tournaments().find(cup.id()).orElseThrow().held();
    }

    /** Holds a seat until now. */
    private static TournamentDefinition holdOne(GameServer server) {
        TestPlayer player = server.newPlayer();
        long now = server.clock().millis();
        Tournaments tournaments = server.engine().storage().tournaments();
        TournamentDefinition cup = TestTournaments.between(now, now + 100_000).done();
        tournaments.create(cup);
        tournaments.move(cup.id(), 1, TournamentStage.PUBLISHED);
        tournaments.hold(
                TournamentEntry.wanted(
                        cup, PlayerId.parse(player.id()), new OperationId("enter"), now, now));
        return cup;
    }
}
