package com.luckyfunatic.server.error;

import com.luckyfunatic.server.openapi.AnyoneErrors;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Shows the page that the {@code type} of every error answer leads to. */
@Controller("/errors")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "operations")
@AnyoneErrors
final class ErrorsController {
    private static final String PAGE = ErrorsReference.html();

    @Get
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "getErrors", summary = "The table of error codes, for people")
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(type = "string", example = "<!doctype html>")))
    HttpResponse<String> errors() {
        return HttpResponse.ok(PAGE).header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    }
}
