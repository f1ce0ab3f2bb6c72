package com.luckyfunatic.server.minigame;

import com.luckyfunatic.server.token.IssuedToken;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A token that a minigame's page plays with, for one player and some minutes.
 *
 * @param token what the page sends as {@code Authorization: Bearer}; a secret
 * @param expiresAt when it stops being accepted
 * @param gameId the game that it is good for
 */
@Schema(
        example =
                """
                {"token": "eyJraWQiOiJrMSJ9.eyJzdWIiOiI3In0.c2ln",
                "expiresAt": "2026-01-01T00:15:00.000Z", "gameId": "star_catcher"}
                """)
public record MinigameTokenView(String token, Instant expiresAt, String gameId) {
    static MinigameTokenView of(IssuedToken issued, String game) {
        return new MinigameTokenView(issued.token(), issued.expiresAt(), game);
    }

    @Override
    public String toString() {
        return "MinigameTokenView[gameId=" + gameId + ", expiresAt=" + expiresAt + "]";
    }
}
