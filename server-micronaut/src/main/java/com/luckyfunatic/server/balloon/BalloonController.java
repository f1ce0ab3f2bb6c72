package com.luckyfunatic.server.balloon;

import com.luckyfunatic.server.api.Envelope;
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
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tickets for games of balloons. */
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
    private final SecureRandom random = new SecureRandom();

    BalloonController(PlayerReads reads, TokenIssuer tokens) {
        this.reads = reads;
        this.tokens = tokens;
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
}
