package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.SupportErrors;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Who is calling. */
@Controller("/support")
@NeverShed
@Secured(TokenKind.Role.OPERATOR)
@Tag(name = "support", description = "For operators, each with a credential of their own")
@SupportErrors
final class OperatorController {
    private final GameEngine engine;

    OperatorController(GameEngine engine) {
        this.engine = engine;
    }

    @Get("/me")
    @Operation(operationId = "getOperator", summary = "The caller, and what they may do")
    Envelope<OperatorView> me(OperatorAuthentication caller) {
        return Envelope.of(OperatorView.of(caller.operator()), engine.clock().millis());
    }
}
