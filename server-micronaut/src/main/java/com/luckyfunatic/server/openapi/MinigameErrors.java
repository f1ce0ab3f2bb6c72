package com.luckyfunatic.server.openapi;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents that a route needs a token and a key of a minigame, and the errors that every such
 * route can answer.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SecurityRequirement(name = ApiDescription.MINIGAME_TOKEN)
@SecurityRequirement(name = ApiDescription.API_KEY)
@ApiResponse(responseCode = "401", ref = "#/components/responses/NoMinigame")
@ApiResponse(responseCode = "403", ref = "#/components/responses/WrongMinigame")
@ApiResponse(responseCode = "410", ref = "#/components/responses/AccountDeleted")
@ApiResponse(responseCode = "429", ref = "#/components/responses/RateLimited")
@ApiResponse(responseCode = "500", ref = "#/components/responses/InternalError")
@ApiResponse(responseCode = "503", ref = "#/components/responses/Unavailable")
public @interface MinigameErrors {}
