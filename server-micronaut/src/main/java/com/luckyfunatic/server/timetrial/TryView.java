package com.luckyfunatic.server.timetrial;

import com.luckyfunatic.engine.timetrial.TimeTrialRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A try that goes on.
 *
 * @param timeTrialId at which level
 * @param runToken what it is finished with, once
 * @param seed what the game draws its chance from, 0 to 2^53 − 1
 * @param startedAt when it began, by the server's clock
 * @param expiresAt the last moment it can be finished
 */
@Schema(
        example =
                """
                {"timeTrialId": "thirty_stars", "runToken": "4503599627370497",
                "seed": 4242424242, "startedAt": "2026-01-01T00:00:00.000Z",
                "expiresAt": "2026-01-01T00:03:00.000Z"}
                """)
public record TryView(
        String timeTrialId, String runToken, long seed, Instant startedAt, Instant expiresAt) {
    static TryView of(TimeTrialRun run, long expiresAtMillis) {
        return new TryView(
                run.trial().value(),
                Long.toString(run.nonce()),
                run.seed(),
                Instant.ofEpochMilli(run.startedAtMillis()),
                Instant.ofEpochMilli(expiresAtMillis));
    }
}
