package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.minigame.MinigameRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that has begun, as the game's page sees it.
 *
 * @param runId a decimal number as text because it can pass 2^53
 * @param runToken what the score is sent with, once; a secret
 * @param seed what the game draws its chance from, 0 to 2^53 − 1
 * @param startedAt when it began, by the server's clock
 * @param expiresAt the last moment its score is taken
 * @param tournamentId the tournament that it counts in; null for none
 */
@Schema(
        example =
                """
                {"runId": "1152921504606846977", "runToken": "Rk9SR0VE", "seed": 4242424242,
                "startedAt": "2026-01-01T00:00:00.000Z",
                "expiresAt": "2026-01-01T00:02:00.000Z", "tournamentId": null}
                """)
public record RunView(
        String runId,
        String runToken,
        long seed,
        Instant startedAt,
        Instant expiresAt,
        @Nullable String tournamentId) {
    static RunView of(MinigameRun run, String token) {
        return new RunView(
                Long.toString(run.id()),
                token,
                run.seed(),
                Instant.ofEpochMilli(run.startedAtMillis()),
                Instant.ofEpochMilli(run.expiresAtMillis()),
                run.tournament() == null ? null : run.tournament().value());
    }

    @Override
    public String toString() {
        return "RunView[runId=" + runId + ", expiresAt=" + expiresAt + "]";
    }
}
