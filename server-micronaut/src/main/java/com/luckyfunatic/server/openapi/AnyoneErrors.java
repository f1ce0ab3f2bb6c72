package com.luckyfunatic.server.openapi;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the errors that every open route can answer. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ApiResponse(responseCode = "429", ref = "#/components/responses/RateLimited")
@ApiResponse(responseCode = "500", ref = "#/components/responses/InternalError")
@ApiResponse(responseCode = "503", ref = "#/components/responses/Unavailable")
public @interface AnyoneErrors {}
