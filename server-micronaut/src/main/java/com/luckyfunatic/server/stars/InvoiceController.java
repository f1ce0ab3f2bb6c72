package com.luckyfunatic.server.stars;

import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Invoices in Telegram Stars. */
@Controller("/store")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "store")
@PlayerErrors
final class InvoiceController {
    private final PlayerReads reads;
    private final StarInvoices invoices;

    InvoiceController(PlayerReads reads, StarInvoices invoices) {
        this.reads = reads;
        this.invoices = invoices;
    }

    @Post("/invoice")
    @Operation(
            operationId = "createInvoice",
            summary = "Makes an invoice for something that is paid in Telegram Stars",
            description =
                    "Nothing changes before it is paid, so the route needs no `Idempotency-Key`:"
                        + " again is another invoice for the same. Only this player can pay it."
                        + " What was bought is in the game a moment after Telegram says `paid`.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownListing")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/InvoiceRefused")
    @ApiResponse(responseCode = "503", ref = "#/components/responses/UnavailableOrTelegram")
    @BodyErrors
    Envelope<InvoiceView> invoice(TokenAuthentication caller, @Body InvoiceRequest request) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(
                invoices.make(seen, request.claims(caller.player(), seen.context().nowMillis())));
    }
}
