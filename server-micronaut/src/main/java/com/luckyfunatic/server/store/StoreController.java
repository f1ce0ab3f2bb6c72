package com.luckyfunatic.server.store;

import com.luckyfunatic.engine.store.StoreRules;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
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
import org.jspecify.annotations.Nullable;

/** The store. */
@Controller("/store")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "store", description = "What is sold for funz and jokers")
@PlayerErrors
final class StoreController {
    private final PlayerOperations operations;
    private final PlayerReads reads;

    StoreController(PlayerOperations operations, PlayerReads reads) {
        this.operations = operations;
        this.reads = reads;
    }

    @Get("/items")
    @Operation(
            operationId = "getStoreItems",
            summary = "Everything that the store sells, and how many the player can buy still")
    Envelope<List<ListingView>> items(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(
                StoreRules.statuses(seen.state(), seen.context()).stream()
                        .map(each -> ListingView.of(each, seen.context().catalog()))
                        .toList());
    }

    @Post("/purchase")
    @Idempotent
    @Operation(
            operationId = "purchase",
            summary = "Buys something, at the price that the player saw",
            description =
                    "All of a purchase is made, or nothing. Funz that were bought do not count as"
                            + " earned.")
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
        var bought = operations.performNamed(caller, idempotencyKey, request.command());
        return bought.respond(PurchaseView.of(bought));
    }
}
