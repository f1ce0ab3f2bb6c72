package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlatformErrors;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.HttpResponse;
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

/** Routes of the Funtico platform. */
@Controller("/laravel")
@Secured(TokenKind.Role.PLATFORM)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "platform", description = "For the Funtico platform, with a token of its own")
@PlatformErrors
final class PlatformController {
    private final GameEngine engine;
    private final PlatformPlayers players;

    PlatformController(GameEngine engine, PlatformPlayers players) {
        this.engine = engine;
        this.players = players;
    }

    @Get("/players/{telegramId}")
    @Operation(
            operationId = "getPlatformPlayer",
            summary = "A player by the Telegram account: balances, and the linked account")
    Envelope<PlatformPlayerView> player(@PathVariable String telegramId) {
        PlatformPlayer player = players.find(telegramId);
        return show(player, players.accountOf(player.profile().id()));
    }

    @Post("/players/{telegramId}/link")
    @Operation(
            operationId = "linkPlatformAccount",
            summary = "Links a player and an account on the platform, for good",
            description =
                    "One account for a player and one player for an account. The same again gives"
                            + " the same answer, so that it needs no `Idempotency-Key`.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "The player")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/LinkConflict")
    @BodyErrors
    Envelope<PlatformPlayerView> link(
            @PathVariable String telegramId, @Body LinkAccountRequest request) {
        PlatformAccountId account = request.account();
        PlatformPlayer player = players.find(telegramId);
        players.link(player.profile().id(), account);
        return show(player, account);
    }

    @Post("/players/{telegramId}/grants")
    @Idempotent
    @Operation(
            operationId = "grantToPlayer",
            summary = "Gives a player currency or items",
            description =
                    "Currency that the balance cannot hold is cut, and the answer says so; items"
                            + " beyond their maximum are refused as a whole. Funz that are granted"
                            + " do not count for ranks.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/GrantInvalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/GrantUnknown")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/GrantRefused")
    HttpResponse<Envelope<GrantView>> grant(
            @PathVariable String telegramId,
            @Parameter(
                            required = true,
                            description =
                                    "The platform's name for this grant to this player, 1 to 64"
                                        + " printable ASCII characters, not beginning with `~`. A"
                                        + " grant that was paid is never paid again under it; a"
                                        + " repeat gives the first answer, with `Idempotency-Hit:"
                                        + " true`. After an answer that leaves the outcome unknown,"
                                        + " repeat with the same key.")
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body GrantRequest request) {
        PlatformPlayer player = players.find(telegramId);
        Performed granted = players.grant(player.profile().id(), idempotencyKey, request.command());
        return granted.respond(GrantView.of(granted));
    }

    private Envelope<PlatformPlayerView> show(
            PlatformPlayer player, @Nullable PlatformAccountId account) {
        return Envelope.of(PlatformPlayerView.of(player, account), engine.clock().millis());
    }
}
