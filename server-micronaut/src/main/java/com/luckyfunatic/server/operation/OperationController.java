package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** Operations: how a request ended whose answer was lost. */
@Controller("/operations")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OperationController {
    private final GameEngine engine;

    OperationController(GameEngine engine) {
        this.engine = engine;
    }

    @Get("/{operationId}")
    Envelope<OperationView> operation(TokenAuthentication caller, String operationId) {
        OperationId id = Fields.id(operationId, OperationId::new, ProblemCode.UNKNOWN_OPERATION);
        return engine.operation(caller.player(), id)
                .map(answer -> OperationView.of(id, answer))
                .map(view -> Envelope.of(view, engine.clock().millis()))
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.UNKNOWN_OPERATION,
                                ProblemCode.UNKNOWN_OPERATION.description()));
    }
}
