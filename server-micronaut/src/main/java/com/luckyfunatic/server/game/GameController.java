package com.luckyfunatic.server.game;

import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.limit.HotStoreOnly;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.view.GameStateView;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The state of the player's game. */
@Controller
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "game", description = "The state of the game")
@PlayerErrors
final class GameController {
    private final PlayerOperations operations;

    GameController(PlayerOperations operations) {
        this.operations = operations;
    }

    @Get("/game")
    @HotStoreOnly
    @Operation(operationId = "getGame", summary = "The whole game, after collecting passive income")
    HttpResponse<Envelope<GameStateView>> game(TokenAuthentication caller) {
        Performed collected = operations.perform(caller, null, new CollectIncome());
        return collected.respond(collected.game());
    }
}
