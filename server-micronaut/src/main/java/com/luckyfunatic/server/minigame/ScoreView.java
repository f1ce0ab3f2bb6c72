package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunScore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a score, as the game's page sees it.
 *
 * @param runId a decimal number as text because it can pass 2^53
 * @param score the points that were sent first
 * @param status what holds now, in a repeated answer too: accepted; flagged, which counts only when
 *     somebody has looked at it; approved; rejected
 * @param flag why it was flagged: above_max, too_fast or too_much_per_second; null when it was not
 * @param standing where the player stands on the game's board now, in a repeated answer too; null
 *     for nowhere
 */
@Schema(
        example =
                """
                {"runId": "1152921504606846977", "score": 128, "status": "accepted",
                "flag": null, "standing": {"rank": 1, "playerId": "1152921504606846977",
                "firstName": "Ada", "photoUrl": null, "score": 128,
                "reachedAt": "2026-01-01T00:00:20.000Z", "isMe": true}}
                """)
public record ScoreView(
        String runId,
        long score,
        String status,
        @Nullable String flag,
        @Nullable StandingView standing) {
    static ScoreView of(MinigameRun run, @Nullable StandingView standing) {
        RunScore score = Objects.requireNonNull(run.score());
        RunFlag flag = score.flag();
        return new ScoreView(
                Long.toString(run.id()),
                score.score(),
                score.step().name().toLowerCase(Locale.ROOT),
                flag == null ? null : flag.code(),
                standing);
    }
}
