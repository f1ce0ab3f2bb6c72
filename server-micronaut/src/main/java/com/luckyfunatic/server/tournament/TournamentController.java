package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.EntryOutcome;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentCommand;
import com.luckyfunatic.engine.tournament.TournamentEntries;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.operation.RefusalProblems;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.view.RequirementView;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tournaments. */
@Controller("/tournaments")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tournaments", description = "Playing a minigame against others, for a prize pool")
@PlayerErrors
final class TournamentController {
    private final GameEngine engine;
    private final PlayerOperations operations;
    private final PlayerReads reads;
    private final TournamentLists lists;
    private final TournamentCursors cursors;
    private final TournamentBoards boards;
    private final TournamentEntries entries;

    TournamentController(
            GameEngine engine,
            PlayerOperations operations,
            PlayerReads reads,
            TournamentLists lists,
            TournamentCursors cursors,
            TournamentBoards boards) {
        this.engine = engine;
        this.operations = operations;
        this.reads = reads;
        this.lists = lists;
        this.cursors = cursors;
        this.boards = boards;
        entries = new TournamentEntries(engine);
    }

    @Get
    @Operation(
            operationId = "getTournaments",
            summary = "All tournaments that are announced or were, those that close last first")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    TournamentsPage tournaments(
            TokenAuthentication caller,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        return lists.page(null, reads.read(caller).context().nowMillis(), cursor, limit);
    }

    @Get("/history")
    @Operation(
            operationId = "getTournamentHistory",
            summary = "What the player has entered, latest first")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    HistoryPage history(
            TokenAuthentication caller,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        PlayerReads.Snapshot seen = reads.read(caller);
        PlayerId player = seen.state().id();
        long now = seen.context().nowMillis();
        Page<TournamentEntry> page =
                stored().history(
                                player,
                                cursors.entry(stored(), player, cursor),
                                PageLimit.parse(limit));
        Map<TournamentId, Tournament> entered = new HashMap<>();
        page.items().forEach(each -> entered.computeIfAbsent(each.tournament(), this::existing));
        return new HistoryPage(
                page.items().stream()
                        .map(each ->
                                HistoryEntryView.of(
                                        each,
                                        Objects.requireNonNull(entered.get(each.tournament())),
                                        engine.storage()
                                                .prizeRuns()
                                                .standing(each.tournament(), player)
                                                .orElse(null),
                                        now))
                        .toList(),
                page.hasMore() ? cursors.encode(page.items().getLast()) : null,
                Instant.ofEpochMilli(now));
    }

    @Get("/{id}")
    @Operation(operationId = "getTournament", summary = "A tournament, as the player sees it")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTournament")
    Envelope<TournamentDetailsView> tournament(
            TokenAuthentication caller, @PathVariable String id) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(details(lists.announced(id), seen));
    }

    @Get("/{id}/requirements")
    @Operation(
            operationId = "getTournamentRequirements",
            summary = "What a player must have to enter, and whether this one has")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTournament")
    Envelope<RequirementsView> requirements(TokenAuthentication caller, @PathVariable String id) {
        PlayerReads.Snapshot seen = reads.read(caller);
        var requirements = lists.announced(id).definition().requirements();
        var missing = Requirements.missing(seen.state(), requirements);
        return seen.show(
                new RequirementsView(
                        RequirementView.of(requirements, missing, seen.context().catalog()),
                        missing.isEmpty()));
    }

    @Get("/{id}/prize-pool")
    @Operation(operationId = "getTournamentPrizePool", summary = "What there is to win so far")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTournament")
    Envelope<PrizePoolView> prizePool(TokenAuthentication caller, @PathVariable String id) {
        return reads.read(caller).show(PrizePoolView.of(lists.announced(id)));
    }

    @Get("/{id}/leaderboard")
    @Operation(
            operationId = "getTournamentLeaderboard",
            summary = "Who leads, best first, or who is around the player",
            description =
                    "With `around=me` it is one page with the player in its middle, as far as there"
                            + " are others; nothing for who has no place.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTournament")
    LeaderboardPage leaderboard(
            TokenAuthentication caller,
            @PathVariable String id,
            @Nullable @QueryValue String around,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        PlayerReads.Snapshot seen = reads.read(caller);
        Tournament tournament = lists.announced(id);
        int size = PageLimit.parse(limit);
        if (around == null) {
            return boards.page(tournament, seen, cursor, size);
        }
        if (!around.equals("me") || cursor != null) {
            throw ProblemException.invalidField("around", "must be me, and without a cursor");
        }
        return boards.around(tournament, seen, size);
    }

    @Post("/{id}/enter")
    @Idempotent
    @Operation(
            operationId = "enterTournament",
            summary = "Enters a tournament, for the fee that the player saw",
            description =
                    "The seat is the player's when the fee is paid; how many are left then, and the"
                            + " pool, says `GET /tournaments/{id}`. A refusal for want of a seat,"
                            + " of funds or of what is required is not kept: the same key may be"
                            + " used again. What was paid in a tournament that is cancelled comes"
                            + " back by itself.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTournament")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/EntryRefused")
    HttpResponse<Envelope<EnteredView>> enter(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @PathVariable String id,
            @Body EnterRequest request) {
        long fee = request.fee();
        // Whose token is good and game is gone is told that first.
        reads.read(caller);
        Tournament tournament = lists.announced(id);
        var command =
                new TournamentCommand.Enter(
                        tournament.id(), tournament.definition().currency(), fee);
        Performed entered =
                operations.performNamed(
                        caller, idempotencyKey, command, pay -> enter(pay, tournament.id(), fee));
        TournamentEntry entry =
                stored().entry(caller.player(), Objects.requireNonNull(entered.operationId()))
                        .orElseThrow();
        return entered.respond(EnteredView.of(entry, entered));
    }

    private Answer enter(CommandEnvelope pay, TournamentId id, long expectedFee) {
        OperationId name = Objects.requireNonNull(pay.operationId());
        return switch (entries.enter(pay.player(), name, id, expectedFee)) {
            case EntryOutcome.Decided(Answer answer, var _) -> answer;
            case EntryOutcome.NotAdmitted(var reason) ->
                    throw RefusalProblems.of(reason, engine.catalog());
            case EntryOutcome.OperationIdReused _ -> Answer.operationIdReused(pay.nowMillis());
        };
    }

    private TournamentDetailsView details(Tournament tournament, PlayerReads.Snapshot seen) {
        PlayerId player = seen.state().id();
        return TournamentDetailsView.of(
                tournament,
                stored().entriesOf(tournament.id(), player),
                stored().disqualification(tournament.id(), player).isPresent(),
                seen);
    }

    private Tournament existing(TournamentId id) {
        return stored().find(id).orElseThrow();
    }

    private Tournaments stored() {
        return engine.storage().tournaments();
    }
}
