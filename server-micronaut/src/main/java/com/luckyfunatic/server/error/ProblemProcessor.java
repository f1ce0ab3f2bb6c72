package com.luckyfunatic.server.error;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives the framework's own error answers our shape. */
@Singleton
@Primary
final class ProblemProcessor implements ErrorResponseProcessor<Problem> {
    @Override
    public MutableHttpResponse<Problem> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        return Problems.fill(
                response,
                context.getRequest(),
                ProblemMapper.map(context.getRootCause().orElse(null), response.status()));
    }
}
