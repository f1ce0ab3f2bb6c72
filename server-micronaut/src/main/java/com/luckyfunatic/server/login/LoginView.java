package com.luckyfunatic.server.login;

import com.luckyfunatic.server.user.PlayerView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * The answer to a login.
 *
 * @param token what the caller sends as {@code Authorization: Bearer …} from now on
 * @param expiresAt when it stops being accepted
 * @param isNew whether the player's game has just started
 * @param player who has logged in
 */
@Schema(
        example =
                """
                {"token": "eyJ…", "expiresAt": "2026-11-25T15:00:00.000Z",
                "isNew": true, "player": {"id": "1152921504606846976",
                "telegramId": 1001, "firstName": "Ada", "lastName": null,
                "username": "ada", "languageCode": "en", "premium": false,
                "photoUrl": null, "rank": 1, "joinedAt": "2026-11-22T15:00:00.123Z"}}
                """)
public record LoginView(String token, Instant expiresAt, boolean isNew, PlayerView player) {
    /** Leaves the token out, which is a secret. */
    @Override
    public String toString() {
        return "LoginView[player=" + player.id() + ", expiresAt=" + expiresAt + "]";
    }
}
