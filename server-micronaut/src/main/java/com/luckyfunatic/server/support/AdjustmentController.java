package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.SupportErrors;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Adjustments of many players from a file, sent in parts. */
@Controller("/support/adjustments")
@NeverShed
@Secured(TokenKind.Role.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "support")
@SupportErrors
final class AdjustmentController {
    private final GameEngine engine;
    private final AdjustmentDesk desk;

    AdjustmentController(GameEngine engine, AdjustmentDesk desk) {
        this.engine = engine;
        this.desk = desk;
    }

    @Post("/check")
    @Operation(
            operationId = "checkAdjustments",
            summary = "What would come of a part of a file of adjustments; nothing changes",
            description =
                    "The manifest names all parts of the file by the SHA-256 of their text in"
                            + " UTF-8, and what each moves. Each row is looked at by itself.")
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            description = "What is wrong with its rows")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/AdjustmentsInvalid")
    @BodyErrors
    Envelope<CheckedAdjustmentsView> check(
            OperatorAuthentication caller, @Body CheckAdjustmentsRequest request) {
        return answer(desk.check(caller, request.checked()));
    }

    @Post("/approve")
    @Operation(
            operationId = "approveAdjustments",
            summary = "Approves a file of adjustments for somebody else to carry out",
            description =
                    "The approval is of exactly the rows of the manifest, and has no end: a row is"
                            + " carried out at most once for ever.")
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            description = "What it is approved under")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @BodyErrors
    Envelope<ApprovedAdjustmentsView> approve(
            OperatorAuthentication caller, @Body ApproveAdjustmentsRequest request) {
        return answer(desk.approve(caller, request.checkedManifest(), request.checkedReason()));
    }

    @Post("/apply")
    @Operation(
            operationId = "applyAdjustments",
            summary = "Carries out a part of a file of adjustments, each row at most once for ever",
            description =
                    "The whole file counts against the caller's day before its first row. Above"
                            + " the limit of one person, `approvedBy` has approved its manifest."
                            + " Rows have names of their own: the same again tells the same, so"
                            + " that it needs no `Idempotency-Key`.")
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            description = "What became of each row")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/PlanForbidden")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/AdjustmentsNotApproved")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/AdjustmentsRefused")
    @BodyErrors
    Envelope<AppliedAdjustmentsView> apply(
            OperatorAuthentication caller, @Body ApplyAdjustmentsRequest request) {
        return answer(
                desk.apply(
                        caller,
                        request.checked(),
                        request.checkedReason(),
                        request.checkedApprover()));
    }

    private <T> Envelope<T> answer(T view) {
        return Envelope.of(view, engine.clock().millis());
    }
}
