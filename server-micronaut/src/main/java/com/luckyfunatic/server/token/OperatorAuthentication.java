package com.luckyfunatic.server.token;

import com.luckyfunatic.engine.operator.Operator;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An operator is calling, as their credential says. Controllers take it as a parameter.
 *
 * @param operator who it is, as of this request
 */
public record OperatorAuthentication(Operator operator) implements Authentication {
    @Override
    public String getName() {
        return operator.name().value();
    }

    @Override
    public Collection<String> getRoles() {
        return List.of(TokenKind.Role.OPERATOR);
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("roles", getRoles());
    }
}
