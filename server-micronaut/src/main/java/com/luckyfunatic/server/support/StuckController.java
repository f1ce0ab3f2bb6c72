package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.engine.QuarantinedEntries;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.SupportErrors;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists of what may not go on by itself: what waits, is held, or was put aside. */
@Controller("/support")
@NeverShed
@Secured(TokenKind.Role.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "support")
@SupportErrors
final class StuckController {
    private static final String FOLLOW_UPS = "support-follow-ups";
    private static final String STOCK_HOLDS = "support-stock-holds";
    private static final String QUARANTINE = "support-quarantine";

    private final GameEngine engine;
    private final SupportAudit audit;
    private final SupportCursors cursors;
    private final Stuck stuck;
    private final QuarantinedEntries quarantine;

    StuckController(
            GameEngine engine,
            SupportAudit audit,
            SupportCursors cursors,
            Stuck stuck,
            QuarantinedEntries quarantine) {
        this.engine = engine;
        this.audit = audit;
        this.cursors = cursors;
        this.stuck = stuck;
        this.quarantine = quarantine;
    }

    @Get("/follow-ups")
    @Operation(
            operationId = "getFollowUps",
            summary = "Commands that wait to be carried out, longest waiting first",
            description =
                    "By the moment since when they could have been carried out: those that are due"
                            + " later are at the end. Each is tried about every second; those whose"
                            + " attempts fail for minutes are stuck.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    FollowUpPage followUps(
            OperatorAuthentication caller,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        int size = PageLimit.parse(limit);
        String after = cursors.after(FOLLOW_UPS, cursor);
        audit.read(caller, "list_follow_ups", "");
        Page<PendingFollowUp> page = stuck.followUps(after, size);
        return new FollowUpPage(
                page.items().stream().map(FollowUpView::of).toList(),
                cursors.nextAfter(FOLLOW_UPS, page, Stuck::position),
                engine.clock().instant());
    }

    @Get("/stock-holds")
    @Operation(
            operationId = "getStockHolds",
            summary = "What is held of supplies for purchases under way, oldest first",
            description =
                    "A minute each, and half a minute more until it goes back by itself. What is"
                            + " held for much longer is stuck.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    StockHoldPage stockHolds(
            OperatorAuthentication caller,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        int size = PageLimit.parse(limit);
        String after = cursors.after(STOCK_HOLDS, cursor);
        audit.read(caller, "list_stock_holds", "");
        Page<Reservation> page = stuck.stockHolds(after, size);
        return new StockHoldPage(
                page.items().stream().map(StockHoldView::of).toList(),
                cursors.nextAfter(STOCK_HOLDS, page, Stuck::position),
                engine.clock().instant());
    }

    @Get("/quarantine")
    @Operation(
            operationId = "getQuarantine",
            summary = "Entries of the journals that could not be understood, latest first",
            description = "Of distributed storage; with embedded storage there are none.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    QuarantinePage quarantine(
            OperatorAuthentication caller,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        int size = PageLimit.parse(limit);
        long before = cursors.before(QUARANTINE, cursor);
        audit.read(caller, "list_quarantine", "");
        Page<QuarantinedEntries.Entry> page = quarantine.list(before, size);
        return new QuarantinePage(
                page.items().stream().map(QuarantineView::of).toList(),
                cursors.next(QUARANTINE, page, QuarantinedEntries.Entry::number),
                engine.clock().instant());
    }
}
