package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleResult;
import com.luckyfunatic.engine.raffle.RaffleTickets;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.raffle.TicketSale;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.server.api.CursorCodec;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.operation.RefusalProblems;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Raffles. */
@Controller("/raffles")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "raffles", description = "Tickets, and draws that anyone can recompute")
@PlayerErrors
final class RaffleController {
    private static final int LISTED = 20;

    private final PlayerOperations operations;
    private final PlayerReads reads;
    private final CursorCodec cursors;
    private final GameEngine engine;
    private final Raffles raffles;
    private final RaffleTickets tickets;

    RaffleController(
            PlayerOperations operations,
            PlayerReads reads,
            CursorCodec cursors,
            GameEngine engine) {
        this.operations = operations;
        this.reads = reads;
        this.cursors = cursors;
        this.engine = engine;
        raffles = engine.storage().raffles();
        tickets = new RaffleTickets(engine);
    }

    @Get
    @Operation(
            operationId = "getRaffles",
            summary = "The latest raffles, those that close last first",
            description = "The twenty latest, open or over.")
    Envelope<List<RaffleView>> all(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(
                raffles.list(null, LISTED).stream().map(each -> view(each, seen)).toList());
    }

    @Get("/{raffleId}")
    @Operation(operationId = "getRaffle", summary = "A raffle")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRaffle")
    Envelope<RaffleView> one(TokenAuthentication caller, String raffleId) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(view(find(raffleId), seen));
    }

    @Get("/{raffleId}/eligibility")
    @Operation(
            operationId = "getRaffleEligibility",
            summary = "Whether the player can buy a ticket now, and how many")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRaffle")
    Envelope<EligibilityView> eligibility(TokenAuthentication caller, String raffleId) {
        PlayerReads.Snapshot seen = reads.read(caller);
        Raffle raffle = find(raffleId);
        return seen.show(
                EligibilityView.of(
                        raffle,
                        raffles.ticketsHeld(raffle.id(), caller.player()),
                        seen.state(),
                        seen.context().nowMillis(),
                        seen.context().catalog()));
    }

    @Get("/{raffleId}/stats")
    @Operation(
            operationId = "getRaffleStats",
            summary = "How many tickets are sold, and to how many")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRaffle")
    Envelope<RaffleStatsView> stats(TokenAuthentication caller, String raffleId) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(RaffleStatsView.of(find(raffleId), seen.context().nowMillis()));
    }

    @Get("/{raffleId}/tickets")
    @Operation(operationId = "getRaffleTickets", summary = "The player's tickets of a raffle")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRaffle")
    Envelope<MyTicketsView> mine(
            TokenAuthentication caller,
            String raffleId,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        PlayerReads.Snapshot seen = reads.read(caller);
        int size = PageLimit.parse(limit);
        Raffle raffle = find(raffleId);
        String list = "raffle-tickets:" + raffle.id();
        int after = cursor == null ? 0 : Integer.parseInt(cursors.decode(list, cursor));
        Page<SoldTickets> page =
                Page.ofOneMore(
                        raffles.ticketsOf(raffle.id(), caller.player(), after, size + 1), size);
        String next =
                page.hasMore()
                        ? cursors.encode(list, String.valueOf(page.items().getLast().first()))
                        : null;
        return seen.show(
                new MyTicketsView(
                        raffle.secrets().holder(raffle.id(), caller.player()),
                        page.items().stream().map(MyTicketsView.Block::of).toList(),
                        next));
    }

    @Post("/{raffleId}/tickets")
    @Idempotent
    @Operation(
            operationId = "buyRaffleTickets",
            summary = "Buys tickets, at the price that the player saw",
            description =
                    "All of them are bought, or none. When the raffle does not sell them, nothing"
                            + " is kept of it, and the same key may be used again.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRaffle")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/TicketsRefused")
    HttpResponse<Envelope<TicketPurchaseView>> buy(
            TokenAuthentication caller,
            String raffleId,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body BuyTicketsRequest request) {
        // Who does not exist learns that, and not which raffles there are.
        reads.read(caller);
        Raffle raffle = find(raffleId);
        Performed bought =
                operations.performNamed(
                        caller, idempotencyKey, request.command(raffle.definition()), this::sell);
        var made = (RaffleResult.TicketsBought) bought.result();
        TicketReservation sold =
                raffles.reservation(caller.player(), Objects.requireNonNull(bought.operationId()))
                        .orElseThrow();
        return bought.respond(TicketPurchaseView.of(bought, made, sold));
    }

    private Answer sell(CommandEnvelope purchase) {
        return switch (tickets.buy(purchase)) {
            case TicketSale.Decided(Answer answer) -> answer;
            case TicketSale.NotSold(var reason) ->
                    throw RefusalProblems.of(reason, engine.catalog());
        };
    }

    private Raffle find(String raffleId) {
        RaffleId id = Fields.id(raffleId, RaffleId::new, ProblemCode.UNKNOWN_RAFFLE);
        return raffles.find(id)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.UNKNOWN_RAFFLE, "there is no raffle '" + id + "'"));
    }

    private static RaffleView view(Raffle raffle, PlayerReads.Snapshot seen) {
        return RaffleView.of(raffle, seen.context().nowMillis(), seen.context().catalog());
    }
}
