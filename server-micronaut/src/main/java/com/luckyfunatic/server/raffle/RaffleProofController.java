package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.text.Ascii;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What anyone needs to recompute the draw of a raffle. */
@Controller("/public/raffles/{raffleId}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "raffles")
@AnyoneErrors
final class RaffleProofController {
    /** While something of it may still change. */
    private static final String SHORTLY = "public, max-age=5";

    private static final String FOR_GOOD = "public, max-age=86400";
    private static final int DIGITS_MAX = 7;

    private final GameEngine engine;
    private final Raffles raffles;

    RaffleProofController(GameEngine engine) {
        this.engine = engine;
        raffles = engine.storage().raffles();
    }

    @Get("/proof")
    @Operation(
            operationId = "getRaffleProof",
            summary = "The proof of a draw",
            description =
                    "The commitment from the start, the hash of the list once it is frozen, the"
                            + " seed and the winners once they are drawn. Winner i is ticket number"
                            + " HMAC-SHA256(seed, listHash \":\" i), as an unsigned number, modulo"
                            + " the tickets left, counted from 0 in the order of their numbers.")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRaffle")
    HttpResponse<Envelope<RaffleProofView>> proof(String raffleId) {
        Raffle raffle = find(raffleId);
        return answer(
                RaffleProofView.of(raffle, raffles.winners(raffle.id()), engine.catalog()),
                raffle.step() == RaffleStep.DONE);
    }

    @Get("/tickets")
    @Operation(
            operationId = "getRaffleTicketList",
            summary = "The list of all tickets, in parts of up to 1 000 purchases",
            description = "It never changes once the raffle is frozen; before, it is empty.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRaffle")
    HttpResponse<Envelope<TicketListView>> tickets(
            String raffleId,
            @Parameter(description = "The `next` of the part before; without it, the first part")
                    @Nullable
                    @QueryValue
                    String after) {
        int from = number(after);
        Raffle raffle = find(raffleId);
        boolean isFrozen = raffle.step().isFrozen();
        List<SoldTickets> page =
                isFrozen
                        ? raffles.tickets(raffle.id(), from, Raffles.TICKETS_LIMIT_MAX)
                        : List.of();
        boolean hasMore = !page.isEmpty() && page.getLast().last() < raffle.sold();
        return answer(
                new TicketListView(
                        page.stream().map(each -> each.published(raffle).line().strip()).toList(),
                        hasMore ? page.getLast().last() : null),
                isFrozen);
    }

    private static int number(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        boolean isNumber = after.length() <= DIGITS_MAX && Ascii.isDigits(after);
        int number = isNumber ? Integer.parseInt(after) : -1;
        if (number < 0 || number > RaffleDefinition.TICKETS_MAX) {
            throw ProblemException.invalidField(
                    "after", "must be a whole number from 0 to " + RaffleDefinition.TICKETS_MAX);
        }
        return number;
    }

    private <T> HttpResponse<Envelope<T>> answer(T data, boolean isFinal) {
        return HttpResponse.ok(Envelope.of(data, engine.clock().millis()))
                .header(HttpHeaders.CACHE_CONTROL, isFinal ? FOR_GOOD : SHORTLY);
    }

    private Raffle find(String raffleId) {
        RaffleId id = Fields.id(raffleId, RaffleId::new, ProblemCode.UNKNOWN_RAFFLE);
        return raffles.find(id)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.UNKNOWN_RAFFLE, "there is no raffle '" + id + "'"));
    }
}
