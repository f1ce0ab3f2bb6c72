package com.luckyfunatic.server.inventory;

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
import org.jspecify.annotations.Nullable;

/** The inventory. */
@Controller("/inventory")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "inventory", description = "Items, and what they can be turned into")
@PlayerErrors
final class InventoryController {
    private final PlayerOperations operations;
    private final PlayerReads reads;

    InventoryController(PlayerOperations operations, PlayerReads reads) {
        this.operations = operations;
        this.reads = reads;
    }

    @Get
    @Operation(
            operationId = "getInventory",
            summary = "The items that the player holds, and what can be converted")
    Envelope<InventoryView> inventory(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(InventoryView.of(seen.state(), seen.context()));
    }

    @Post("/use")
    @Idempotent
    @Operation(
            operationId = "useItem",
            summary = "Uses up one of an item: opens it, starts its booster or spins the wheel",
            description =
                    "What is in an item must fit: otherwise it stays closed, and nothing is lost.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownItem")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/AlreadyActive")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/ItemRefused")
    HttpResponse<Envelope<ItemUseView>> use(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body UseItemRequest request) {
        var used = operations.performNamed(caller, idempotencyKey, request.command());
        return used.respond(ItemUseView.of(used));
    }

    @Post("/convert")
    @Idempotent
    @Operation(
            operationId = "convert",
            summary = "Gives funz, jokers or items for others, at the rates of the content",
            description =
                    "All of it is converted, or nothing. Converted funz do not count as earned.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownConversion")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/ConversionRefused")
    HttpResponse<Envelope<ConversionMadeView>> convert(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body ConvertRequest request) {
        var converted = operations.performNamed(caller, idempotencyKey, request.command());
        return converted.respond(ConversionMadeView.of(converted));
    }
}
