package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.SupportErrors;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Releases of the content. */
@Controller("/support/catalog/releases")
@NeverShed
@Secured(TokenKind.Role.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "support")
@SupportErrors
final class ReleaseController {
    private static final String LIST = "support-releases";

    private final GameEngine engine;
    private final ReleaseDesk desk;
    private final SupportAudit audit;
    private final SupportCursors cursors;

    ReleaseController(
            GameEngine engine, ReleaseDesk desk, SupportAudit audit, SupportCursors cursors) {
        this.engine = engine;
        this.desk = desk;
        this.audit = audit;
        this.cursors = cursors;
    }

    @Get
    @Operation(
            operationId = "getReleases",
            summary = "Releases of the content, latest first",
            description = "Also those that are planned and those that were called off.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    ReleasePage releases(
            OperatorAuthentication caller,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        int size = PageLimit.parse(limit);
        long before = cursors.before(LIST, cursor);
        audit.read(caller, "list_releases", "");
        Page<CatalogRelease> page = engine.storage().catalogReleases().page(before, size);
        return new ReleasePage(
                desk.views(page.items()),
                cursors.next(LIST, page, CatalogRelease::number),
                engine.clock().instant());
    }

    @Get("/{number}")
    @Operation(
            operationId = "getRelease",
            summary = "A release, and what is different in it",
            description = "Against the release that has the number before it, or another one.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRelease")
    Envelope<ReleaseChangesView> release(
            OperatorAuthentication caller,
            @PathVariable String number,
            @Nullable @QueryValue String against) {
        audit.read(caller, "read_release", number);
        return answer(desk.changes(number, against));
    }

    @Get("/{number}/document")
    @Operation(
            operationId = "getReleaseDocument",
            summary = "The content of a release, as it was published",
            description = "A catalog in YAML, for a file.")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRelease")
    Envelope<ReleaseDocumentView> document(
            OperatorAuthentication caller, @PathVariable String number) {
        audit.read(caller, "read_release", number);
        return Envelope.of(desk.document(number), engine.clock().millis());
    }

    private Envelope<ReleaseChangesView> answer(ReleaseChangesView view) {
        return Envelope.of(view, engine.clock().millis());
    }
}
