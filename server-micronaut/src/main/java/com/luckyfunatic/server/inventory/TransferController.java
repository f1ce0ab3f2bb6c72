package com.luckyfunatic.server.inventory;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.Transfers;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.transfer.PlatformApi;
import com.luckyfunatic.server.transfer.TransferLists;
import com.luckyfunatic.server.transfer.TransferNames;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers of items to the player's account on the platform. */
@Controller("/inventory/transfers")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "inventory")
@PlayerErrors
final class TransferController {
    private final GameEngine engine;
    private final PlayerOperations operations;
    private final PlayerReads reads;
    private final TransferLists lists;
    private final @Nullable PlatformApi platform;
    private final Transfers transfers;

    TransferController(
            GameEngine engine,
            PlayerOperations operations,
            PlayerReads reads,
            TransferLists lists,
            @Nullable PlatformApi platform) {
        this.engine = engine;
        this.operations = operations;
        this.reads = reads;
        this.lists = lists;
        this.platform = platform;
        transfers = new Transfers(engine, new SecureRandom());
    }

    @Get
    @Operation(
            operationId = "getTransfers",
            summary = "The player's transfers to the platform, latest first")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    TransfersPage transfers(
            TokenAuthentication caller,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        TransferLists.Part part = lists.ofPlayer(reads.read(caller).state().id(), cursor, limit);
        return new TransfersPage(
                part.page().items().stream().map(TransferView::of).toList(),
                part.nextCursor(),
                Instant.ofEpochMilli(engine.clock().millis()));
    }

    @Post
    @Idempotent
    @Operation(
            operationId = "transferItem",
            summary = "Sends items to the player's account on the platform",
            description =
                    "They leave the player at once. What the platform refuses comes back, also"
                            + " beyond the item's maximum.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownItem")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/TransferRefused")
    @ApiResponse(responseCode = "503", ref = "#/components/responses/TransfersUnavailable")
    HttpResponse<Envelope<TransferMadeView>> transfer(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body TransferRequest request) {
        ItemId item = request.item();
        int count = request.checkedCount();
        OperationId given = IdempotencyKeys.parse(idempotencyKey);
        // The transfer is named after the operation, so that a repeat is the same one there too.
        OperationId name = given != null ? given : new OperationId(UUID.randomUUID().toString());
        PlayerId player = reads.read(caller).state().id();
        TransferItems command =
                new TransferItems(TransferNames.of(player, name), account(player), item, count);
        var taken = operations.performNamed(caller, name.value(), command, transfers::request);
        return taken.respond(TransferMadeView.of(taken));
    }

    private PlatformAccountId account(PlayerId player) {
        if (platform == null) {
            throw problem(ProblemCode.PLATFORM_UNAVAILABLE);
        }
        // A link is for good: a repeat finds the same account.
        return engine.storage()
                .platformAccounts()
                .accountOf(player)
                .orElseThrow(() -> problem(ProblemCode.PLATFORM_ACCOUNT_NOT_LINKED));
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
