package com.luckyfunatic.server.booster;

import com.luckyfunatic.engine.booster.BoosterResult;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.view.BoosterView;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.Words;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Boosters. */
@Controller("/boosters")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "boosters", description = "Help for a time, or for good")
@PlayerErrors
final class BoosterController {
    private final PlayerOperations operations;
    private final PlayerReads reads;

    BoosterController(PlayerOperations operations, PlayerReads reads) {
        this.operations = operations;
        this.reads = reads;
    }

    @Get
    @Operation(operationId = "getBoosters", summary = "Every booster, as the player has it")
    Envelope<List<BoosterView>> boosters(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(GameStateView.boosters(seen.state(), seen.context()));
    }

    @Post("/activate")
    @Idempotent
    @Operation(
            operationId = "activateBooster",
            summary = "Activates a booster, or buys the next level of a permanent one")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownBooster")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/AlreadyActive")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/BoosterRefused")
    HttpResponse<Envelope<BoosterActivationView>> activate(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body ActivateBoosterRequest request) {
        Performed activated = operations.performNamed(caller, idempotencyKey, request.command());
        BoosterResult.Activated result = (BoosterResult.Activated) activated.result();
        GameStateView game = activated.game();
        return activated.respond(
                new BoosterActivationView(
                        game.booster(result.type()),
                        result.price(),
                        Words.of(result.currency()),
                        game));
    }
}
