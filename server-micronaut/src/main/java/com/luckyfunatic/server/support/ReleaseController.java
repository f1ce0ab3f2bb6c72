package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.SupportErrors;
import com.luckyfunatic.server.operation.NoFields;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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

    @Post
    @Idempotent
    @Operation(
            operationId = "publishRelease",
            summary = "Publishes content, and tells what is different in it",
            description =
                    "Servers switch to it within seconds of its moment. What players may own"
                            + " cannot vanish. With `dryRun` nothing is published.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/VersionTaken")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/ReleaseRefused")
    HttpResponse<Envelope<ReleaseChangesView>> publish(
            OperatorAuthentication caller,
            @Parameter(description = "The caller's name for this release, at most once for ever.")
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body PublishRequest request) {
        OperationId key = IdempotencyKeys.parse(idempotencyKey);
        return answer(desk.publish(caller, request, key), key);
    }

    @Post("/{number}/restore")
    @Idempotent
    @Operation(
            operationId = "restoreRelease",
            summary = "Brings the content of an earlier release back, as a new one")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRelease")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ReleaseOutdated")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/ReleaseRefused")
    HttpResponse<Envelope<ReleaseChangesView>> restore(
            OperatorAuthentication caller,
            @PathVariable String number,
            @Parameter(description = "The caller's name for this release, at most once for ever.")
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body RestoreRequest request) {
        OperationId key = IdempotencyKeys.parse(idempotencyKey);
        return answer(desk.restore(caller, number, request, key), key);
    }

    @Post("/{number}/cancel")
    @Operation(
            operationId = "cancelRelease",
            summary = "Calls off a release that has not come into force",
            description =
                    "The same again gives the same answer, so that it needs no `Idempotency-Key`.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "The release")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRelease")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ReleaseInForce")
    @BodyErrors
    Envelope<ReleaseView> cancel(
            OperatorAuthentication caller,
            @PathVariable String number,
            @Nullable @Body NoFields request) {
        return Envelope.of(desk.cancel(caller, number), engine.clock().millis());
    }

    private Envelope<ReleaseChangesView> answer(ReleaseChangesView view) {
        return Envelope.of(view, engine.clock().millis());
    }

    private HttpResponse<Envelope<ReleaseChangesView>> answer(
            ReleaseDesk.Made made, @Nullable OperationId key) {
        MutableHttpResponse<Envelope<ReleaseChangesView>> response =
                HttpResponse.ok(answer(made.view()));
        if (key != null) {
            response.header(IdempotencyKeys.HEADER, key.value());
        }
        return made.repeated() ? response.header(IdempotencyKeys.HIT_HEADER, "true") : response;
    }
}
