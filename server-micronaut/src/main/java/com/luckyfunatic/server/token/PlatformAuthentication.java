package com.luckyfunatic.server.token;

import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The Funtico platform is calling, as one of its tokens says. */
public enum PlatformAuthentication implements Authentication {
    /** The only value: its tokens are equal. */
    PLATFORM;

    @Override
    public String getName() {
        return "platform";
    }

    @Override
    public Collection<String> getRoles() {
        return List.of(TokenKind.Role.PLATFORM);
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("roles", getRoles());
    }
}
