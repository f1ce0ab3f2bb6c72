package com.luckyfunatic.server.catalog;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The published content. */
@Controller("/public/catalog")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "catalog", description = "The published content")
@AnyoneErrors
final class CatalogController {
    private static final String CACHE_CONTROL = "public, max-age=60";

    private final GameEngine engine;
    private volatile @Nullable PublishedCatalog published;

    CatalogController(GameEngine engine) {
        this.engine = engine;
    }

    @Get
    @Operation(
            operationId = "getCatalog",
            summary = "The content in force",
            description =
                    "Everything but the chapters of stories. Caches may keep it for a minute.")
    HttpResponse<CatalogAnswer> catalog(
            @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        PublishedCatalog current = current();
        MutableHttpResponse<CatalogAnswer> response =
                current.matches(ifNoneMatch)
                        ? HttpResponse.notModified()
                        : HttpResponse.ok(current.answer());
        return response.header(HttpHeaders.ETAG, current.etag())
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
    }

    /**
     * Made once per release of the content; two requests at once may both make it, which is
     * harmless.
     */
    private PublishedCatalog current() {
        PublishedCatalog known = published;
        if (known == null || known.catalog() != engine.catalog()) {
            known = PublishedCatalog.of(engine.catalog());
            published = known;
        }
        return known;
    }
}
