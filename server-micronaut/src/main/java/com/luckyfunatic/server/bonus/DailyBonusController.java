package com.luckyfunatic.server.bonus;

import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The daily bonus. */
@Controller("/daily-bonus")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "daily bonus", description = "A streak of days, and a wheel with published odds")
@PlayerErrors
final class DailyBonusController {
    private final PlayerOperations operations;
    private final PlayerReads reads;

    DailyBonusController(PlayerOperations operations, PlayerReads reads) {
        this.operations = operations;
        this.reads = reads;
    }

    @Get("/config")
    @Operation(
            operationId = "getDailyBonus",
            summary = "The wheel with its odds, and the player's streak and spins")
    Envelope<DailyBonusView> config(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(DailyBonusView.of(seen.state(), seen.context()));
    }

    @Post("/claim")
    @Idempotent
    @Operation(
            operationId = "claimDailyBonus",
            summary = "Claims the day's bonus, or spins the wheel for an item",
            description =
                    "The server draws. A repeat under the same key gives the first draw again."
                            + " Without a key, one for the day is refused, since the day is"
                            + " claimed, and one for an item spends another.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/AlreadyClaimed")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/DailyBonusRefused")
    HttpResponse<Envelope<DailyBonusClaimView>> claim(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body ClaimDailyBonusRequest request) {
        var claimed =
                operations.performNamed(
                        caller, idempotencyKey, ClaimDailyBonusRequest.command(request));
        return claimed.respond(DailyBonusClaimView.of(claimed));
    }
}
