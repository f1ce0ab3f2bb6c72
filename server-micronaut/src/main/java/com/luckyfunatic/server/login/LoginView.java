package com.luckyfunatic.server.login;

import com.luckyfunatic.server.user.PlayerView;
import java.time.Instant;

/**
 * The answer to a login.
 *
 * @param token what the caller sends as {@code Authorization: Bearer …} from now on
 * @param expiresAt when it stops being accepted
 * @param isNew whether the player's game has just started
 * @param player who has logged in
 */
public record LoginView(String token, Instant expiresAt, boolean isNew, PlayerView player) {
    /** Leaves the token out, which is a secret. */
    @Override
    public String toString() {
        return "LoginView[player=" + player.id() + ", expiresAt=" + expiresAt + "]";
    }
}
