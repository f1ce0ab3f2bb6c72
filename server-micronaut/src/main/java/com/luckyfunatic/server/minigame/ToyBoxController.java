package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.operation.NoFields;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.tournament.TournamentLists;
import com.luckyfunatic.server.tournament.TournamentsPage;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.cors.CrossOrigin;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The minigames that there are, and tokens to play them with. */
@Controller("/toy-box/games")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "minigames", description = "Minigames, their runs and boards")
@PlayerErrors
final class ToyBoxController {
    private final GameEngine engine;
    private final PlayerReads reads;
    private final TokenIssuer tokens;
    private final MinigameAccess access;
    private final TournamentLists tournaments;

    ToyBoxController(
            GameEngine engine,
            PlayerReads reads,
            TokenIssuer tokens,
            MinigameAccess access,
            TournamentLists tournaments) {
        this.engine = engine;
        this.reads = reads;
        this.tokens = tokens;
        this.access = access;
        this.tournaments = tournaments;
    }

    @Get
    @Operation(operationId = "getMinigames", summary = "The minigames, in the order of the content")
    Envelope<List<MinigameView>> games(TokenAuthentication caller) {
        return reads.read(caller)
                .show(engine.catalog().minigames().stream().map(MinigameView::of).toList());
    }

    @Get("/{gameID}")
    @CrossOrigin(
            allowedOrigins = "null",
            allowedHeaders = {"Authorization", "Content-Type", "X-Api-Key"},
            exposedHeaders = {"Retry-After", "X-Request-Id"},
            allowCredentials = false,
            maxAge = 600)
    @Secured({TokenKind.Role.PLAYER, TokenKind.Role.MINIGAME})
    @Operation(
            operationId = "getMinigame",
            summary = "One minigame",
            description = "For its page too, with its token and `X-Api-Key`.")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownMinigame")
    Envelope<MinigameView> game(TokenAuthentication caller, HttpHeaders headers, String gameID) {
        if (caller.kind() == TokenKind.MINIGAME) {
            access.require(caller, headers, gameID);
        }
        return reads.read(caller).show(MinigameView.of(find(gameID)));
    }

    @Get("/{gameID}/tournaments")
    @CrossOrigin(
            allowedOrigins = "null",
            allowedHeaders = {"Authorization", "Content-Type", "X-Api-Key"},
            exposedHeaders = {"Retry-After", "X-Request-Id"},
            allowCredentials = false,
            maxAge = 600)
    @Secured({TokenKind.Role.PLAYER, TokenKind.Role.MINIGAME})
    @Operation(
            operationId = "getMinigameTournaments",
            summary = "The tournaments of one minigame, those that close last first",
            description = "For its page too, with its token and `X-Api-Key`.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownMinigame")
    TournamentsPage tournaments(
            TokenAuthentication caller,
            HttpHeaders headers,
            String gameID,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        if (caller.kind() == TokenKind.MINIGAME) {
            access.require(caller, headers, gameID);
        }
        long now = reads.read(caller).context().nowMillis();
        return tournaments.page(find(gameID).id(), now, cursor, limit);
    }

    @Post("/{gameID}/token")
    @Operation(
            operationId = "createMinigameToken",
            summary = "Makes a token for the page of one minigame",
            description =
                    "It is good for this player and this game, for minutes, and for no route of"
                            + " the player's own. Nothing changes, so the route needs no"
                            + " `Idempotency-Key`: again is another token.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownMinigame")
    @BodyErrors
    Envelope<MinigameTokenView> token(
            TokenAuthentication caller, String gameID, @Nullable @Body NoFields ignored) {
        PlayerReads.Snapshot seen = reads.read(caller);
        MinigameDefinition game = find(gameID);
        return seen.show(
                MinigameTokenView.of(
                        tokens.issueMinigameToken(
                                caller.player(),
                                caller.sessionId(),
                                game.id(),
                                engine.clock().instant()),
                        game.id().value()));
    }

    private MinigameDefinition find(String gameID) {
        MinigameId id = Fields.id(gameID, MinigameId::new, ProblemCode.UNKNOWN_MINIGAME);
        MinigameDefinition game = engine.catalog().minigame(id);
        if (game == null) {
            throw MinigameProblems.problem(ProblemCode.UNKNOWN_MINIGAME);
        }
        return game;
    }
}
