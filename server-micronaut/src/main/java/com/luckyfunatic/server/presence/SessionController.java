package com.luckyfunatic.server.presence;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.PresenceRules;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.NoFields;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The player's stretches of play. */
@Controller("/sessions")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "sessions", description = "Stretches of play")
@PlayerErrors
final class SessionController {
    private final PlayerSessions sessions;
    private final PlayerReads reads;

    SessionController(PlayerSessions sessions, PlayerReads reads) {
        this.sessions = sessions;
        this.reads = reads;
    }

    @Get
    @Operation(
            operationId = "getSessions",
            summary = "The player's sessions, latest first",
            description =
                    "A session begins with a request after a login or after five idle minutes. Old"
                            + " ones are forgotten.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    SessionsPage sessions(
            TokenAuthentication caller,
            @Parameter(
                            description = "Only sessions that started at or after this moment",
                            example = "2026-11-22T00:00:00Z")
                    @Nullable
                    @QueryValue
                    String from,
            @Parameter(
                            description = "Only sessions that started before this moment",
                            example = "2026-11-23T00:00:00Z")
                    @Nullable
                    @QueryValue
                    String to,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        int size = PageLimit.parse(limit);
        long fromMillis = moment("from", from, 0);
        long toMillis = moment("to", to, Long.MAX_VALUE);
        PlayerId player = reads.read(caller).state().id();
        return sessions.page(player, fromMillis, toMillis, cursor, size);
    }

    private static long moment(String field, @Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Math.max(0, Instant.parse(text).toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw ProblemException.invalidField(
                    field, "must be a moment like 2026-11-22T15:00:00Z");
        }
    }

    @Post("/heartbeat")
    @BodyErrors
    @Operation(
            operationId = "sendHeartbeat",
            summary = "Keeps the session going",
            description =
                    "For a client that is open and sends nothing else: every request of a player"
                            + " does the same. It changes nothing else, so it may be repeated.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    Envelope<HeartbeatView> heartbeat(
            TokenAuthentication caller, @Nullable @Body NoFields request) {
        // The filter has counted the request before it came here.
        PlayerReads.Snapshot seen = reads.read(caller);
        Instant now = Instant.ofEpochMilli(seen.context().nowMillis());
        return seen.show(new HeartbeatView(now, now.plusMillis(PresenceRules.IDLE_MILLIS)));
    }
}
