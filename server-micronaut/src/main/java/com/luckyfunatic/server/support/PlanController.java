package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Changes by operators, of players, tournaments and content: seen first, then carried out exactly
 * as seen.
 */
@Controller("/support")
@NeverShed
@Secured(TokenKind.Role.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "support")
@SupportErrors
final class PlanController {
    private final GameEngine engine;
    private final SupportPlanning planning;
    private final SupportAudit audit;

    PlanController(GameEngine engine, SupportPlanning planning, SupportAudit audit) {
        this.engine = engine;
        this.planning = planning;
        this.audit = audit;
    }

    @Post("/players/{playerId}/plans")
    @Idempotent
    @Operation(
            operationId = "planChange",
            summary = "What a change of a player would come to; nothing changes yet",
            description =
                    "The plan is good for an hour and for what is so now: of funds and items the"
                            + " player's state, of bans and logins the ban and the end of logins,"
                            + " of a transfer how far it has come, of a follow-up that it waits."
                            + " Above the limit of one person another one has to approve it.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/PlanUnknownTarget")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/PlanWrongTransfer")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/PlanRefused")
    HttpResponse<Envelope<PlanView>> plan(
            OperatorAuthentication caller,
            @PathVariable String playerId,
            @Parameter(
                            description =
                                    "The caller's name for this plan, 1 to 64 printable ASCII"
                                        + " characters, not beginning with `~`. A repeat gives the"
                                        + " same plan, with `Idempotency-Hit: true`.")
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body PlanRequest request) {
        OperationId key = IdempotencyKeys.parse(idempotencyKey);
        return answer(planning.make(caller, SupportPlayers.id(playerId), request, key), key);
    }

    @Post("/tournaments/{tournamentId}/plans")
    @Idempotent
    @Operation(
            operationId = "planTournamentChange",
            summary = "What a change of a tournament would come to; nothing changes yet",
            description =
                    "The plan is good for an hour. Cancelling is approved by another person, and"
                            + " good for the version of the tournament that was seen.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/PlanUnknownTournament")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/PlanWrongStage")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/PlanRefused")
    HttpResponse<Envelope<PlanView>> planTournament(
            OperatorAuthentication caller,
            @PathVariable String tournamentId,
            @Parameter(
                            description =
                                    "The caller's name for this plan, 1 to 64 printable ASCII"
                                        + " characters, not beginning with `~`. A repeat gives the"
                                        + " same plan, with `Idempotency-Hit: true`.")
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body TournamentPlanRequest request) {
        OperationId key = IdempotencyKeys.parse(idempotencyKey);
        return answer(planning.make(caller, tournamentId, request, key), key);
    }

    @Post("/catalog/plans")
    @Idempotent
    @Operation(
            operationId = "planContentChange",
            summary = "What a release of the content would come to; nothing changes yet",
            description =
                    "The plan is good for an hour, and for the releases that there are now. What"
                            + " players may own cannot vanish, unless that is accepted: then, and"
                            + " above the limit of one person, another one has to approve it."
                            + " Servers switch within seconds of its moment.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRelease")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ReleaseConflict")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/ReleaseRefused")
    HttpResponse<Envelope<PlanView>> planContent(
            OperatorAuthentication caller,
            @Parameter(
                            description =
                                    "The caller's name for this plan, 1 to 64 printable ASCII"
                                        + " characters, not beginning with `~`. A repeat gives the"
                                        + " same plan, with `Idempotency-Hit: true`.")
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body ContentPlanRequest request) {
        OperationId key = IdempotencyKeys.parse(idempotencyKey);
        return answer(planning.make(caller, request, key), key);
    }

    private HttpResponse<Envelope<PlanView>> answer(
            SupportPlanning.Made made, @Nullable OperationId key) {
        MutableHttpResponse<Envelope<PlanView>> response = HttpResponse.ok(show(made.plan()));
        if (key != null) {
            response.header(IdempotencyKeys.HEADER, key.value());
        }
        return made.repeated() ? response.header(IdempotencyKeys.HIT_HEADER, "true") : response;
    }

    @Get("/plans/{planId}")
    @Operation(operationId = "getPlan", summary = "A plan, and what it would come to now")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownPlan")
    Envelope<PlanView> read(OperatorAuthentication caller, @PathVariable String planId) {
        SupportPlan plan = planning.find(planId);
        SupportRoutes.requirePlanReader(caller.operator(), plan.change());
        audit.record(caller, "read_plan", plan.player(), plan.id(), ActionOutcome.DONE, "");
        return show(plan);
    }

    @Post("/plans/{planId}/approve")
    @Operation(
            operationId = "approvePlan",
            summary = "Approves a plan of somebody else",
            description =
                    "Who approves first is remembered. The same again gives the same answer, so"
                            + " that it needs no `Idempotency-Key`.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "The plan")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/PlanForbidden")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownPlan")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/PlanConflict")
    @BodyErrors
    Envelope<PlanView> approve(
            OperatorAuthentication caller,
            @PathVariable String planId,
            @Nullable @Body NoFields request) {
        return show(planning.approve(caller, planning.find(planId)));
    }

    @Post("/plans/{planId}/execute")
    @Operation(
            operationId = "executePlan",
            summary = "Carries out exactly the plan that was seen, at most once for ever",
            description =
                    "Only its author can, and only while what it is about has not changed. The"
                        + " plan's name is that of the operation: the same again gives the first"
                        + " answer, so that it needs no `Idempotency-Key`.")
    @ApiResponse(
            responseCode = "200",
            useReturnTypeSchema = true,
            description = "What there is after it")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/PlanForbidden")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownPlan")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/PlanConflict")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/PlanRefused")
    @ApiResponse(responseCode = "503", ref = "#/components/responses/UnavailableOrTelegram")
    @BodyErrors
    Envelope<PlanDoneView> execute(
            OperatorAuthentication caller,
            @PathVariable String planId,
            @Body ExecuteRequest request) {
        String hash = request.checkedHash();
        SupportPlan plan = planning.find(planId);
        return Envelope.of(
                PlanDoneView.of(plan, planning.execute(caller, plan, hash)),
                engine.clock().millis());
    }

    private Envelope<PlanView> show(SupportPlan plan) {
        return Envelope.of(planning.view(plan), engine.clock().millis());
    }
}
