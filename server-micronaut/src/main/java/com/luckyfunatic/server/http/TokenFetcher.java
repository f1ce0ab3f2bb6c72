package com.luckyfunatic.server.http;

import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.PlatformAuthentication;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenCheck;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Tells Micronaut Security who is calling, from what was already found in the request. */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class TokenFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        RequestContext context = RequestContext.of(request);
        return switch (context == null ? null : context.token()) {
            case TokenCheck.Valid(TokenAuthentication authentication) ->
                    Publishers.just(authentication);
            case TokenCheck.Platform _ -> Publishers.just(PlatformAuthentication.PLATFORM);
            case TokenCheck.Staff(OperatorAuthentication authentication) ->
                    Publishers.just(authentication);
            case null, default -> Publishers.empty();
        };
    }
}
