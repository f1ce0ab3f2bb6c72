package com.luckyfunatic.server.store;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.stock.Sale;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingStatus;
import com.luckyfunatic.engine.store.Purchases;
import com.luckyfunatic.engine.store.StoreResult;
import com.luckyfunatic.engine.store.StoreRules;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Performed;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store. */
@Controller("/store")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "store", description = "What is sold for funz, jokers and Telegram Stars")
@PlayerErrors
final class StoreController {
    private final PlayerOperations operations;
    private final PlayerReads reads;
    private final Purchases purchases;

    StoreController(PlayerOperations operations, PlayerReads reads, GameEngine engine) {
        this.operations = operations;
        this.reads = reads;
        purchases = new Purchases(engine);
    }

    @Get("/items")
    @Operation(
            operationId = "getStoreItems",
            summary = "Everything that the store sells, and how many the player can buy still")
    Envelope<List<ListingView>> items(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(
                StoreRules.statuses(seen.state(), seen.context()).stream()
                        .map(each -> view(each, seen.context().catalog()))
                        .toList());
    }

    @Post("/purchase")
    @Idempotent
    @Operation(
            operationId = "purchase",
            summary = "Buys something, at the price that the player saw",
            description =
                    "All of a purchase is made, or nothing. Funz that were bought do not count as"
                            + " earned. Of what all players share, a refusal is not kept: the same"
                            + " key may be used again.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownListing")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/PurchaseRefused")
    HttpResponse<Envelope<PurchaseView>> purchase(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body PurchaseRequest request) {
        Performed bought =
                operations.performNamed(caller, idempotencyKey, request.command(), this::sell);
        var made = (StoreResult.PurchaseMade) bought.result();
        ListingView listing =
                StoreRules.status(bought.state(), made.listing(), bought.context())
                        .map(each -> view(each, bought.context().catalog()))
                        .orElse(null);
        return bought.respond(PurchaseView.of(bought, made, listing));
    }

    private Answer sell(CommandEnvelope purchase) {
        return switch (purchases.buy(purchase)) {
            case Sale.Decided(Answer answer) -> answer;
            case Sale.SoldOut(long left) ->
                    throw new ProblemException(
                                    ProblemCode.SOLD_OUT,
                                    left == 0 ? "nothing is left" : "only " + left + " are left")
                            .with(Map.of("left", left));
        };
    }

    private ListingView view(ListingStatus status, Catalog catalog) {
        ListingDefinition listing = status.definition();
        return ListingView.of(
                status, catalog, listing.isStocked() ? purchases.left(listing) : null);
    }
}
