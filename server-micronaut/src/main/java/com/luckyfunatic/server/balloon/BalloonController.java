package com.luckyfunatic.server.balloon;

import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.minigame.Standings;
import com.luckyfunatic.server.minigame.StandingsPage;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.NoFields;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.IssuedToken;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tickets for games of balloons, and the best of them. */
@Controller("/balloons")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "balloons", description = "The balloon game")
@PlayerErrors
final class BalloonController {
    /** Time to open a connection. */
    static final Duration TICKET_LIFETIME = Duration.ofSeconds(30);

    private final PlayerReads reads;
    private final TokenIssuer tokens;
    private final Standings standings;
    private final SecureRandom random = new SecureRandom();

    BalloonController(PlayerReads reads, TokenIssuer tokens, Standings standings) {
        this.reads = reads;
        this.tokens = tokens;
        this.standings = standings;
    }

    @Post("/ticket")
    @Operation(
            operationId = "getBalloonTicket",
            summary = "A ticket for one connection to the balloon game",
            description =
                    "Open `GET /balloons?ticket=…` as a WebSocket with it, from a page of an"
                            + " allowed origin. It is good for 30 seconds and for one connection;"
                            + " tickets that are not used cost nothing.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "A new ticket")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @BodyErrors
    Envelope<TicketView> ticket(TokenAuthentication caller, @Nullable @Body NoFields request) {
        PlayerReads.Snapshot seen = reads.read(caller);
        Instant now = Instant.ofEpochMilli(seen.context().nowMillis());
        // What a login's token has as its session is here what tells one ticket from another.
        long number = random.nextLong(1, Long.MAX_VALUE);
        IssuedToken ticket =
                tokens.issue(TokenKind.BALLOON, caller.player(), number, now, TICKET_LIFETIME);
        return seen.show(new TicketView(ticket.token(), ticket.expiresAt()));
    }

    @Get("/leaderboard")
    @Operation(
            operationId = "getBalloonLeaderboard",
            summary = "Everybody's best game: the best, page by page, or those around the player")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    StandingsPage leaderboard(
            TokenAuthentication caller,
            @Parameter(description = "`true` for those around the player; then without `cursor`")
                    @QueryValue(defaultValue = "false")
                    boolean around,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        PlayerId player = reads.read(caller).state().id();
        return standings.page(BalloonRuns.BOARD, player, around, cursor, limit);
    }
}
