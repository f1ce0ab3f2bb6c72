package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.error.ProblemException;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for players. */
@Controller("/support/players")
@NeverShed
@Secured(TokenKind.Role.OPERATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "support")
@SupportErrors
final class PlayerSearchController {
    private static final int QUERY_LENGTH_MAX = 100;
    private static final int FOUND_MAX = 50;

    private final GameEngine engine;
    private final SupportPlayers players;
    private final SupportAudit audit;

    PlayerSearchController(GameEngine engine, SupportPlayers players, SupportAudit audit) {
        this.engine = engine;
        this.players = players;
        this.audit = audit;
    }

    @Get
    @Operation(
            operationId = "findPlayers",
            summary = "Players by id, Telegram id, account on the platform or name",
            description = "Whoever is found is recorded as seen by the caller.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    Envelope<FoundPlayersView> find(
            OperatorAuthentication caller,
            @Parameter(
                            required = true,
                            description =
                                    "A whole id, or two or more characters that the first name or"
                                            + " the user name begins with",
                            example = "777")
                    @Nullable
                    @QueryValue
                    String query) {
        String wanted = query == null ? "" : query.strip();
        if (wanted.isEmpty() || wanted.length() > QUERY_LENGTH_MAX) {
            throw ProblemException.invalidField(
                    "query", "must have 1 to " + QUERY_LENGTH_MAX + " characters");
        }
        List<Profile> found = players.search(wanted, FOUND_MAX + 1);
        boolean more = found.size() > FOUND_MAX;
        List<Profile> shown = more ? found.subList(0, FOUND_MAX) : found;
        // Not what was asked for, which may be a person's name, but who was shown.
        audit.read(
                caller,
                "find_players",
                shown.stream()
                        .map(profile -> profile.id().toString())
                        .collect(Collectors.joining(" ", "found: ", "")));
        return Envelope.of(
                new FoundPlayersView(shown.stream().map(FoundPlayerView::of).toList(), more),
                engine.clock().millis());
    }
}
