package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.SupportErrors;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.operation.OperationView;
import com.luckyfunatic.server.platform.PlatformTransferView;
import com.luckyfunatic.server.presence.PlayerSessions;
import com.luckyfunatic.server.presence.SessionsPage;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.transfer.TransferLists;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What is kept of one player. Every answer is recorded before it is given. */
@Controller("/support/players/{playerId}")
@NeverShed
@Secured(TokenKind.Role.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "support")
@SupportErrors
@ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownPlayer")
final class SupportPlayerController {
    private final GameEngine engine;
    private final SupportPlayers players;
    private final SupportAudit audit;
    private final SupportCursors cursors;
    private final PlayerSessions sessions;
    private final TransferLists transfers;

    SupportPlayerController(
            GameEngine engine,
            SupportPlayers players,
            SupportAudit audit,
            SupportCursors cursors,
            PlayerSessions sessions,
            TransferLists transfers) {
        this.engine = engine;
        this.players = players;
        this.audit = audit;
        this.cursors = cursors;
        this.sessions = sessions;
        this.transfers = transfers;
    }

    @Get
    @Operation(operationId = "getSupportPlayer", summary = "Everything that is kept of a player")
    Envelope<PlayerDetailsView> player(
            OperatorAuthentication caller, @PathVariable String playerId) {
        PlayerId player = seen(caller, "read_player", playerId);
        return Envelope.of(players.details(player), engine.clock().millis());
    }

    @Get("/history")
    @Operation(
            operationId = "getSupportHistory",
            summary = "A player's changes with their amounts, latest first")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    HistoryPage history(
            OperatorAuthentication caller,
            @PathVariable String playerId,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        PlayerId player = SupportPlayers.id(playerId);
        String list = "support-history:" + player;
        int size = PageLimit.parse(limit);
        long before = cursors.before(list, cursor);
        seen(caller, "read_history", playerId);
        Page<StateChange> page = engine.storage().players().history(player, before, size);
        return new HistoryPage(
                players.show(page.items()),
                page.endsEarly(),
                cursors.next(list, page, StateChange::sequence),
                engine.clock().instant());
    }

    @Get("/past")
    @Operation(
            operationId = "getSupportPast",
            summary = "What a player had at some time, from the recorded changes")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/PastUnknown")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/HistoryDamaged")
    Envelope<PastStateView> past(
            OperatorAuthentication caller,
            @PathVariable String playerId,
            @Parameter(description = "The time with its zone", example = "2026-11-22T12:00:00Z")
                    @Nullable
                    @QueryValue
                    String at) {
        long now = engine.clock().millis();
        long atMillis = pastMoment(at, now);
        PlayerId player = seen(caller, "read_past", playerId);
        return Envelope.of(players.past(player, atMillis), now);
    }

    private static long pastMoment(@Nullable String text, long nowMillis) {
        try {
            long millis =
                    text == null
                            ? Long.MAX_VALUE
                            : OffsetDateTime.parse(text).toInstant().toEpochMilli();
            if (millis <= nowMillis) {
                return millis;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Told like every other time that cannot be meant.
        }
        throw ProblemException.invalidField(
                "at", "must be a time that has been, with its zone, such as 2026-11-22T12:00:00Z");
    }

    @Get("/operations/{operationId}")
    @Operation(operationId = "getSupportOperation", summary = "How an operation of a player ended")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownOperation")
    Envelope<OperationView> operation(
            OperatorAuthentication caller,
            @PathVariable String playerId,
            @PathVariable String operationId) {
        OperationId id = Fields.id(operationId, OperationId::new, ProblemCode.UNKNOWN_OPERATION);
        PlayerId player = seen(caller, "read_operation", playerId);
        Answer answer =
                engine.operation(player, id)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.UNKNOWN_OPERATION,
                                        ProblemCode.UNKNOWN_OPERATION.description()));
        return Envelope.of(OperationView.of(id, answer), engine.clock().millis());
    }

    @Get("/sessions")
    @Operation(
            operationId = "getSupportSessions",
            summary = "A player's stretches of play, latest first")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    SessionsPage sessions(
            OperatorAuthentication caller,
            @PathVariable String playerId,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        int size = PageLimit.parse(limit);
        PlayerId player = seen(caller, "read_sessions", playerId);
        return sessions.page(player, 0, Long.MAX_VALUE, cursor, size);
    }

    @Get("/transfers")
    @Operation(
            operationId = "getSupportTransfers",
            summary = "A player's transfers to the platform, latest first")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    TransferPage transfers(
            OperatorAuthentication caller,
            @PathVariable String playerId,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        PlayerId player = seen(caller, "read_transfers", playerId);
        TransferLists.Part part = transfers.ofPlayer(player, cursor, limit);
        return new TransferPage(
                part.page().items().stream().map(PlatformTransferView::of).toList(),
                part.nextCursor(),
                engine.clock().instant());
    }

    /** Returns the player whose data are about to be shown, once that is recorded. */
    private PlayerId seen(OperatorAuthentication caller, String what, String playerId) {
        PlayerId player = players.profile(SupportPlayers.id(playerId)).id();
        audit.read(caller, what, player);
        return player;
    }
}
