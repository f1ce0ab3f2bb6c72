package com.luckyfunatic.server.card;

import com.luckyfunatic.engine.card.CardResult;
import com.luckyfunatic.engine.forge.ForgeResult;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
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

/** Cards and special cards. */
@Controller("/cards")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "cards", description = "Cards, which earn while the player is away")
@PlayerErrors
final class CardController {
    private final PlayerOperations operations;
    private final PlayerReads reads;

    CardController(PlayerOperations operations, PlayerReads reads) {
        this.operations = operations;
        this.reads = reads;
    }

    @Get
    @Operation(operationId = "getCards", summary = "Every card, as the player has it")
    Envelope<List<CardView>> cards(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(CardView.all(seen.state(), seen.context()));
    }

    @Get("/special")
    @Operation(
            operationId = "getSpecialCards",
            summary = "Every special card, as the player has it")
    Envelope<List<SpecialCardView>> specialCards(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(SpecialCardView.all(seen.state(), seen.context()));
    }

    @Post("/buy-card")
    @Idempotent
    @Operation(operationId = "buyCard", summary = "Buys a card, or a card's next level")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownCard")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/CardRefused")
    HttpResponse<Envelope<CardPurchaseView>> buy(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body BuyCardRequest request) {
        return buyLevel(caller, idempotencyKey, request);
    }

    /** The same as buying: the client's word for a card that is owned already. */
    @Post("/upgrade-card")
    @Idempotent
    @Operation(
            operationId = "upgradeCard",
            summary = "The same as buying a card",
            description = "For clients that have a word of its own for it.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownCard")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/CardRefused")
    HttpResponse<Envelope<CardPurchaseView>> upgrade(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body BuyCardRequest request) {
        return buyLevel(caller, idempotencyKey, request);
    }

    private HttpResponse<Envelope<CardPurchaseView>> buyLevel(
            TokenAuthentication caller, @Nullable String idempotencyKey, BuyCardRequest request) {
        Performed bought = operations.performNamed(caller, idempotencyKey, request.command());
        CardResult.LevelBought result = (CardResult.LevelBought) bought.result();
        return bought.respond(
                new CardPurchaseView(
                        CardView.of(result.card(), bought.state(), bought.context()),
                        result.price(),
                        Words.of(result.currency()),
                        bought.game()));
    }

    @Post("/forge")
    @Idempotent
    @Operation(
            operationId = "forgeSpecialCard",
            summary = "Forges a special card",
            description = "What it consumes is gone for good.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownSpecialCard")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/ForgeRefused")
    HttpResponse<Envelope<ForgeView>> forge(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body ForgeRequest request) {
        Performed forged = operations.performNamed(caller, idempotencyKey, request.command());
        ForgeResult.Forged result = (ForgeResult.Forged) forged.result();
        return forged.respond(
                new ForgeView(
                        SpecialCardView.of(result.card(), forged.state(), forged.context()),
                        forged.game()));
    }
}
