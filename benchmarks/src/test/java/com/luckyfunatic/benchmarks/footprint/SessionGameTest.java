package com.luckyfunatic.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.storage.memory.MemoryStorage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionGameTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void every_player_makes_the_changes_of_the_model_whatever_the_seed() {
        SessionModel model = SessionModel.USUAL;
        for (long seed = 1; seed <= 3; seed++) {
            SessionGame game = new SessionGame(new MemoryStorage(), model, 2, seed, BEGIN);
            long joined = game.changes();

            game.logIn();
            game.play(0, 100);
            game.play(100, model.requestsPerSession());

            assertThat(game.changes() - joined)
                    .as("seed %d", seed)
                    .isEqualTo(2L * model.changesPerSession());
        }
    }
}
