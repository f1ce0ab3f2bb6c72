package com.luckyfunatic.server.connection;

import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.NoFields;
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
import org.jspecify.annotations.Nullable;

/** The player's wallet and exchange. */
@Controller("/user")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "user", description = "Profile, wallets and friends")
@PlayerErrors
final class ConnectionController {
    private final PlayerOperations operations;
    private final PlayerReads reads;
    private final TonWallets wallets;

    ConnectionController(PlayerOperations operations, PlayerReads reads, TonWallets wallets) {
        this.operations = operations;
        this.reads = reads;
        this.wallets = wallets;
    }

    @Get("/wallets")
    @Operation(operationId = "getWallets", summary = "What is connected outside the game")
    Envelope<WalletsView> wallets(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(WalletsView.of(seen.state().connections()));
    }

    @Post("/wallets/ton/payload")
    @Operation(
            operationId = "challengeTonWallet",
            summary = "What a TON wallet has to sign to be connected",
            description =
                    "For this player only, and for one connection. Connecting a wallet also ends"
                            + " the payloads that were handed out before.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "A new payload")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @BodyErrors
    Envelope<TonChallengeView> challenge(
            TokenAuthentication caller, @Nullable @Body NoFields request) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(wallets.challenge(caller.player(), seen.context().nowMillis()));
    }

    @Post("/wallets/ton")
    @Idempotent
    @Operation(
            operationId = "connectTonWallet",
            summary = "Connects a TON wallet, by a proof that it is the player's",
            description =
                    "The proof is TON Connect's `ton_proof` for a payload of this game. It takes"
                        + " the place of a wallet that was connected before. A wallet belongs for"
                        + " good to the first player who proves it.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/WalletConflict")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/TonProofRefused")
    HttpResponse<Envelope<WalletsView>> connect(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body ConnectTonWalletRequest request) {
        // Only somebody who exists may make a wallet theirs.
        reads.read(caller);
        return answer(
                operations.performNamed(
                        caller,
                        idempotencyKey,
                        wallets.command(caller.player(), request.toProof())));
    }

    @Post("/set-exchange")
    @Idempotent
    @Operation(
            operationId = "setExchange",
            summary = "Chooses the exchange that the player uses",
            description = "`GET /public/catalog` lists them.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownExchange")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/ExchangeRefused")
    HttpResponse<Envelope<WalletsView>> setExchange(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body SetExchangeRequest request) {
        return answer(operations.performNamed(caller, idempotencyKey, request.command()));
    }

    private static HttpResponse<Envelope<WalletsView>> answer(Performed performed) {
        return performed.respond(WalletsView.of(performed.state().connections()));
    }
}
