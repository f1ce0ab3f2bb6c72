package com.luckyfunatic.server.openapi;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents an operation that its address names, so that it needs no key to have no further effect
 * when it is repeated: the header of a repeated answer, and the errors of its body.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        description = "What is kept, now or before",
        useReturnTypeSchema = true,
        headers = @Header(name = "Idempotency-Hit", ref = "#/components/headers/IdempotencyHit"))
@BodyErrors
public @interface NamedByAddress {}
