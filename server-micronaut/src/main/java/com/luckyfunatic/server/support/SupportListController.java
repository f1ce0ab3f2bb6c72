package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.SupportErrors;
import com.luckyfunatic.server.platform.PlatformTransferView;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.transfer.TransferLists;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists over all players: transfers, and what operators did. */
@Controller("/support")
@NeverShed
@Secured(TokenKind.Role.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "support")
@SupportErrors
final class SupportListController {
    private final GameEngine engine;
    private final SupportAudit audit;
    private final SupportCursors cursors;
    private final TransferLists transfers;

    SupportListController(
            GameEngine engine,
            SupportAudit audit,
            SupportCursors cursors,
            TransferLists transfers) {
        this.engine = engine;
        this.audit = audit;
        this.cursors = cursors;
        this.transfers = transfers;
    }

    @Get("/transfers")
    @Operation(
            operationId = "getStuckTransfers",
            summary = "Everybody's transfers of one status, earliest first")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    TransferPage transfers(
            OperatorAuthentication caller,
            @Parameter(
                            description =
                                    "`pending`, `sent`, `unknown`, `confirmed` or `failed`; without"
                                            + " it, `unknown`")
                    @Nullable
                    @QueryValue
                    String status,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        String wanted = status == null ? "unknown" : status;
        TransferLists.Part part = transfers.at(wanted, cursor, limit);
        audit.read(caller, "list_transfers", "status: " + wanted);
        return new TransferPage(
                part.page().items().stream().map(PlatformTransferView::of).toList(),
                part.nextCursor(),
                engine.clock().instant());
    }

    @Get("/actions")
    @Operation(
            operationId = "getOperatorActions",
            summary = "What operators asked for, latest first",
            description =
                    "Of one operator, about one player, or all. Nothing of it is ever changed.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownPlayer")
    OperatorActionsPage actions(
            OperatorAuthentication caller,
            @Nullable @QueryValue String operator,
            @Nullable @QueryValue String playerId,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        int size = PageLimit.parse(limit);
        String list = "support-actions:" + operator + ":" + playerId;
        Page<OperatorAction> page = page(operator, playerId, cursors.before(list, cursor), size);
        audit.read(caller, "list_actions", "");
        return new OperatorActionsPage(
                page.items().stream().map(OperatorActionView::of).toList(),
                cursors.next(list, page, OperatorAction::id),
                engine.clock().instant());
    }

    private Page<OperatorAction> page(
            @Nullable String operator, @Nullable String playerId, long before, int limit) {
        OperatorActions actions = engine.storage().operatorActions();
        if (operator != null && playerId != null) {
            throw ProblemException.invalidField("playerId", "must not be with 'operator'");
        }
        if (playerId != null) {
            PlayerId player = SupportPlayers.id(playerId);
            return actions.about(player, before, limit);
        }
        if (operator == null) {
            return actions.latest(before, limit);
        }
        if (!OperatorName.isName(operator)) {
            throw ProblemException.invalidField("operator", "must be an operator's name");
        }
        return actions.of(new OperatorName(operator), before, limit);
    }
}
