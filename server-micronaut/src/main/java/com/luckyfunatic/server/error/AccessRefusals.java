package com.luckyfunatic.server.error;

import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.TokenCheck;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Says why Micronaut Security turned a caller away. */
@Singleton
@Produces
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AccessRefusals
        implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        RequestContext context = RequestContext.of((HttpRequest<?>) request);
        TokenCheck token =
                context == null || context.token() == null ? TokenCheck.MISSING : context.token();
        if (token instanceof TokenCheck.Banned(Ban ban)) {
            return Problems.answer(request, BanProblem.of(ban), ProblemCode.BANNED.status());
        }
        ProblemCode code =
                switch (token) {
                    case TokenCheck.Banned _ -> ProblemCode.BANNED;
                    case TokenCheck.Valid _, TokenCheck.Platform _, TokenCheck.Staff _ ->
                            ProblemCode.WRONG_TOKEN_KIND;
                    case TokenCheck.Expired _ -> ProblemCode.TOKEN_EXPIRED;
                    case TokenCheck.Erased _ -> ProblemCode.ACCOUNT_DELETED;
                    case TokenCheck.Invalid _ -> ProblemCode.TOKEN_INVALID;
                    case TokenCheck.Missing _ -> ProblemCode.TOKEN_MISSING;
                };
        MutableHttpResponse<?> response =
                Problems.answer(
                        request, new ProblemException(code, code.description()), code.status());
        return code.status() == HttpStatus.UNAUTHORIZED
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                : response;
    }
}
