package com.luckyfunatic.server.frenzy;

import com.luckyfunatic.engine.frenzy.FrenzyCommand.StartFrenzy;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.NoFields;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.view.GameStateView;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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

/** Frenzy. */
@Controller("/frenzy")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "game", description = "The state of the game")
@PlayerErrors
final class FrenzyController {
    private final PlayerOperations operations;

    FrenzyController(PlayerOperations operations) {
        this.operations = operations;
    }

    @Post("/start")
    @Idempotent
    @Operation(operationId = "startFrenzy", summary = "Starts frenzy, when its meter is full")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/AlreadyActive")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/FrenzyRefused")
    HttpResponse<Envelope<GameStateView>> start(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY) @Nullable @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body NoFields request) {
        Performed started = operations.perform(caller, idempotencyKey, new StartFrenzy());
        return started.respond(started.game());
    }
}
