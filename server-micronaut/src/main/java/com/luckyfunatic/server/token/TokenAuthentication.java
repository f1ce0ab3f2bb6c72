package com.luckyfunatic.server.token;

import com.luckyfunatic.engine.player.PlayerId;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who is calling, as a verified token says. Controllers take it as a parameter.
 *
 * @param kind what kind of token it was
 * @param player whose token it is
 * @param sessionId the login that it was issued for
 * @param issuedAtMillis when it was issued, epoch milliseconds
 * @param roles what the bearer may do
 */
public record TokenAuthentication(
        TokenKind kind, PlayerId player, long sessionId, long issuedAtMillis, List<String> roles)
        implements Authentication {
    TokenAuthentication(TokenKind kind, PlayerId player, long sessionId, long issuedAtMillis) {
        this(kind, player, sessionId, issuedAtMillis, List.of(kind.role()));
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
