package com.luckyfunatic.server.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The published content. Answers on the event loop, since everything is ready in memory. */
@Controller("/public/catalog")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "catalog", description = "The published content")
@AnyoneErrors
final class CatalogController {
    private static final String CACHE_CONTROL = "public, max-age=60";

    private final GameEngine engine;
    private final ObjectMapper json;
    private volatile @Nullable PublishedCatalog published;

    CatalogController(GameEngine engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    @Get
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getCatalog",
            summary = "The content in force",
            description =
                    "Everything but the chapters of stories. Caches may keep it for a minute.")
    @ApiResponse(
            responseCode = "200",
            description = "The content, with its version as `ETag`",
            content = @Content(schema = @Schema(implementation = CatalogAnswer.class)))
    @ApiResponse(responseCode = "304", description = "The caller has it already")
    HttpResponse<byte[]> catalog(
            @Parameter(description = "The `ETag` of the content that the caller has")
                    @Nullable
                    @Header(HttpHeaders.IF_NONE_MATCH)
                    String ifNoneMatch) {
        PublishedCatalog current = current();
        MutableHttpResponse<byte[]> response =
                current.matches(ifNoneMatch)
                        ? HttpResponse.notModified()
                        : HttpResponse.ok(current.body());
        return response.header(HttpHeaders.ETAG, current.etag())
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
    }

    /** Made once per release; two requests at once may both make it, which is harmless. */
    private PublishedCatalog current() {
        PublishedCatalog known = published;
        Catalog inForce = engine.catalog();
        if (known == null || !known.isOf(inForce)) {
            known = new PublishedCatalog(inForce, json);
            published = known;
        }
        return known;
    }
}
