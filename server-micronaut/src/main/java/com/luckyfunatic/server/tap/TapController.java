package com.luckyfunatic.server.tap;

import com.luckyfunatic.engine.tap.TapResult;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.limit.HotStoreOnly;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.presence.Presence;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
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

/** Taps. */
@Controller
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "game", description = "The state of the game")
@PlayerErrors
final class TapController {
    private final PlayerOperations operations;
    private final Presence presence;

    TapController(PlayerOperations operations, Presence presence) {
        this.operations = operations;
        this.presence = presence;
    }

    @Post("/tap")
    @HotStoreOnly
    @Idempotent
    @Operation(
            operationId = "tap",
            summary = "Taps 1 to 50 times",
            description =
                    "Taps beyond energy or the rate limit do not count, which is no error: see"
                        + " `accepted`. With a `sequence` that is not new, the last answer is given"
                        + " again and nothing changes.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/SessionSuperseded")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/TapRefused")
    HttpResponse<Envelope<TapView>> tap(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY) @Nullable @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body TapRequest request) {
        Performed tapped =
                operations
                        .perform(caller, idempotencyKey, request.command(caller.sessionId()))
                        .inSessionOfTap(request.sequence());
        TapResult.Taps taps = (TapResult.Taps) tapped.result();
        if (!tapped.answer().repeated() && !taps.repeated()) {
            presence.tapped(caller.player(), taps.accepted());
        }
        return tapped.respond(
                new TapView(taps.accepted(), taps.paid(), taps.repeated(), tapped.game()));
    }
}
