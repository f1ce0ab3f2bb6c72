package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.platform.Transfers;
import com.luckyfunatic.operations.job.SendTransfers;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.PlatformErrors;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.operation.NoFields;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.transfer.TransferLists;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
import org.jspecify.annotations.Nullable;

/** What the platform sees of transfers, and says about them by itself. */
@Controller("/laravel/transfers")
@Secured(TokenKind.Role.PLATFORM)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "platform")
@PlatformErrors
final class PlatformTransferController {
    private final GameEngine engine;
    private final TransferLists lists;
    private final Transfers transfers;
    private final Counter contradicted;

    PlatformTransferController(GameEngine engine, TransferLists lists, MeterRegistry registry) {
        this.engine = engine;
        this.lists = lists;
        transfers = new Transfers(engine, new SecureRandom());
        contradicted = SendTransfers.contradicted(registry);
    }

    @Get
    @Operation(
            operationId = "getPlatformTransfers",
            summary = "Transfers of one status, earliest first")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    PlatformTransfersPage transfers(
            @Parameter(
                            description =
                                    "`pending`, `sent`, `unknown`, `confirmed` or `failed`; if"
                                            + " left out, `unknown`: what the game waits to hear"
                                            + " about")
                    @Nullable
                    @QueryValue
                    String status,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        TransferLists.Part part = lists.at(status == null ? "unknown" : status, cursor, limit);
        return new PlatformTransfersPage(
                part.page().items().stream().map(PlatformTransferView::of).toList(),
                part.nextCursor(),
                Instant.ofEpochMilli(engine.clock().millis()));
    }

    @Post("/{transferId}/confirm")
    @Operation(
            operationId = "confirmTransfer",
            summary = "Tells that the platform has a transfer",
            description =
                    "The same again gives the same answer, so that it needs no"
                            + " `Idempotency-Key`. One that the platform has refused, or an"
                            + " operator has returned, goes back to the player and cannot be"
                            + " confirmed any more; that the platform says otherwise is noted.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "The transfer")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTransfer")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/TransferFailed")
    @BodyErrors
    Envelope<PlatformTransferView> confirm(
            @PathVariable String transferId, @Nullable @Body NoFields nothing) {
        TransferId id = Fields.id(transferId, TransferId::new, ProblemCode.UNKNOWN_TRANSFER);
        Transfers.Told told =
                transfers.confirm(id).orElseThrow(() -> problem(ProblemCode.UNKNOWN_TRANSFER));
        if (told.contradicts()) {
            contradicted.increment();
        }
        OutgoingTransfer row = told.row();
        if (row.step() == TransferStep.FAILED) {
            throw problem(ProblemCode.TRANSFER_FAILED);
        }
        return Envelope.of(PlatformTransferView.of(row), engine.clock().millis());
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
