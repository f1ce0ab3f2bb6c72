package com.luckyfunatic.server.http;

import com.luckyfunatic.server.token.OperatorAuthentication;
import io.micronaut.security.authentication.AbstractPrincipalArgumentBinder;
import jakarta.inject.Singleton;

/** Lets controllers take the {@link OperatorAuthentication} as a parameter. */
@Singleton
final class OperatorAuthenticationBinder
        extends AbstractPrincipalArgumentBinder<OperatorAuthentication> {
    OperatorAuthenticationBinder() {
        super(OperatorAuthentication.class);
    }
}
