package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Operations: how a request ended whose answer was lost. */
@Controller("/operations")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "game", description = "The state of the game")
@PlayerErrors
final class OperationController {
    private final GameEngine engine;
    private final PlayerReads reads;

    OperationController(GameEngine engine, PlayerReads reads) {
        this.engine = engine;
        this.reads = reads;
    }

    @Get("/{operationId}")
    @Operation(
            operationId = "getOperation",
            summary = "How an operation ended",
            description = "For a request whose answer was lost, by its `Idempotency-Key`.")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownOperation")
    Envelope<OperationView> operation(TokenAuthentication caller, String operationId) {
        OperationId id = Fields.id(operationId, OperationId::new, ProblemCode.UNKNOWN_OPERATION);
        Answer answer = engine.operation(caller.player(), id).orElseThrow(() -> unknown(caller));
        return Envelope.of(OperationView.of(id, answer), engine.clock().millis());
    }

    /**
     * A player who does not exist has to log in again; that their operation is unknown is no help.
     */
    private ProblemException unknown(TokenAuthentication caller) {
        reads.requireExisting(caller);
        return new ProblemException(
                ProblemCode.UNKNOWN_OPERATION, ProblemCode.UNKNOWN_OPERATION.description());
    }
}
