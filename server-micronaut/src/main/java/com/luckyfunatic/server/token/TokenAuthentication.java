package com.luckyfunatic.server.token;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as a verified token says. Controllers take it as a parameter.
 *
 * @param kind what kind of token it was
 * @param player whose token it is
 * @param sessionId the login that it was issued for
 * @param issuedAtMillis when it was issued, epoch milliseconds
 * @param roles what the bearer may do
 * @param game the minigame that it is good for; null for none
 */
public record TokenAuthentication(
        TokenKind kind,
        PlayerId player,
        long sessionId,
        long issuedAtMillis,
        List<String> roles,
        @Nullable MinigameId game)
        implements Authentication {
    TokenAuthentication(
            TokenKind kind,
            PlayerId player,
            long sessionId,
            long issuedAtMillis,
            @Nullable MinigameId game) {
        this(kind, player, sessionId, issuedAtMillis, List.of(kind.role()), game);
    }

    @Override
    public String getName() {
        return player.toString();
    }

    @Override
    public Collection<String> getRoles() {
        return roles;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("roles", roles);
    }
}
