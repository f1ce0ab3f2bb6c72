package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.openapi.PlatformErrors;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.tournament.TournamentLists;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the platform sees of prize pools. */
@Controller("/laravel/prize-pools")
@Secured(TokenKind.Role.PLATFORM)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "platform")
@PlatformErrors
final class PlatformPrizePoolController {
    private static final String AMOUNTS =
            "Amounts are whole numbers of the smallest unit of their `currency`. What is in the"
                    + " pool grows with each entry until the tournament is ranked. A prize of a"
                    + " rank that nobody holds is not paid; of a cancelled tournament nothing is.";

    private final GameEngine engine;
    private final TournamentLists tournaments;

    PlatformPrizePoolController(GameEngine engine, TournamentLists tournaments) {
        this.engine = engine;
        this.tournaments = tournaments;
    }

    @Get
    @Operation(
            operationId = "getPlatformPrizePools",
            summary = "Prize pools of tournaments, those that close last first",
            description = AMOUNTS)
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    PlatformPrizePoolsPage prizePools(
            @Parameter(
                            description =
                                    "Of which tournaments: `scheduled`, `open`, `closing`,"
                                            + " `ranked`, `paying`, `done` or `cancelled`; if left"
                                            + " out, of all that are announced or were")
                    @Nullable
                    @QueryValue
                    String status,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        long now = engine.clock().millis();
        TournamentLists.Part part = tournaments.at(status, now, cursor, limit);
        return new PlatformPrizePoolsPage(
                part.tournaments().stream()
                        .map(each -> PlatformPrizePoolView.of(each, now))
                        .toList(),
                part.nextCursor(),
                Instant.ofEpochMilli(now));
    }

    @Get("/{tournamentId}")
    @Operation(
            operationId = "getPlatformPrizePool",
            summary = "The prize pool of a tournament",
            description = AMOUNTS)
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTournament")
    Envelope<PlatformPrizePoolView> prizePool(@PathVariable String tournamentId) {
        long now = engine.clock().millis();
        return Envelope.of(PlatformPrizePoolView.of(tournaments.announced(tournamentId), now), now);
    }
}
