package com.luckyfunatic.server.openapi;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents an operation that has a name and no further effect when it is repeated: the headers of
 * its answer, and the errors of its body.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        description = "The state after it, or the first answer again",
        useReturnTypeSchema = true,
        headers = {
            @Header(name = "Idempotency-Key", ref = "#/components/headers/IdempotencyKey"),
            @Header(name = "Idempotency-Hit", ref = "#/components/headers/IdempotencyHit")
        })
@BodyErrors
public @interface Idempotent {}
