package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.player.Profile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place on a board, as clients see it.
 *
 * @param rank 1 for the best
 * @param playerId a decimal number as text because it can pass 2^53
 * @param firstName empty when they have deleted their account
 * @param photoUrl the picture, a web address
 * @param score what counts, whole points
 * @param reachedAt since when it is so: of equal scores the earlier is better
 * @param isMe whether it is the caller's
 */
@Schema(
        example =
                """
                {"rank": 1, "playerId": "1152921504606846977", "firstName": "Ada",
                "photoUrl": null, "score": 128, "reachedAt": "2026-01-01T00:00:20.000Z",
                "isMe": true}
                """)
public record StandingView(
        long rank,
        String playerId,
        String firstName,
        @Nullable String photoUrl,
        long score,
        Instant reachedAt,
        boolean isMe) {
    static StandingView of(RankedPlace ranked, @Nullable Profile profile, boolean isMe) {
        return new StandingView(
                ranked.rank(),
                ranked.place().player().toString(),
                profile == null ? "" : profile.account().firstName(),
                profile == null ? null : profile.account().photoUrl(),
                ranked.place().score().whole(),
                Instant.ofEpochMilli(ranked.place().reachedAtMillis()),
                isMe);
    }
}
