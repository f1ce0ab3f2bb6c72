package com.luckyfunatic.server.http;

import com.luckyfunatic.server.token.TokenAuthentication;
import io.micronaut.security.authentication.AbstractPrincipalArgumentBinder;
import jakarta.inject.Singleton;

/** Lets controllers take the {@link TokenAuthentication} as a parameter. */
@Singleton
final class TokenAuthenticationBinder extends AbstractPrincipalArgumentBinder<TokenAuthentication> {
    TokenAuthenticationBinder() {
        super(TokenAuthentication.class);
    }
}
