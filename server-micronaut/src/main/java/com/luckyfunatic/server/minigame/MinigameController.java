package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.Minigames;
import com.luckyfunatic.engine.minigame.ScoreOutcome;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.MinigameErrors;
import com.luckyfunatic.server.openapi.NamedByAddress;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.cors.CrossOrigin;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a minigame calls: runs, scores, the board. A page in a sandboxed frame has no
 * origin, and calls itself {@code null}; what lets it in is its token and its game's key.
 */
@Controller("/minigames/{game}")
@Secured(TokenKind.Role.MINIGAME)
@CrossOrigin(
        allowedOrigins = "null",
        allowedHeaders = {"Authorization", "Content-Type", "Idempotency-Key", "X-Api-Key"},
        exposedHeaders = {"Idempotency-Key", "Idempotency-Hit", "Retry-After", "X-Request-Id"},
        allowCredentials = false,
        maxAge = 600)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "minigames")
@MinigameErrors
final class MinigameController {
    private final GameEngine engine;
    private final PlayerReads reads;
    private final Minigames minigames;
    private final MinigameAccess access;
    private final RunTokens runTokens;
    private final Standings standings;

    MinigameController(
            GameEngine engine,
            PlayerReads reads,
            Minigames minigames,
            MinigameAccess access,
            RunTokens runTokens,
            Standings standings) {
        this.engine = engine;
        this.reads = reads;
        this.minigames = minigames;
        this.access = access;
        this.runTokens = runTokens;
        this.standings = standings;
    }

    @Post("/runs")
    @Idempotent
    @Operation(
            operationId = "startRun",
            summary = "Starts a run of the minigame",
            description =
                    "The answer's token is good for sending one score. A player can have 5 open"
                            + " runs.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownMinigame")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/RunRefused")
    HttpResponse<Envelope<RunView>> start(
            TokenAuthentication caller,
            HttpHeaders headers,
            String game,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body StartRunRequest request) {
        MinigameId id = access.require(caller, headers, game);
        reads.read(caller);
        TournamentId tournament = request == null ? null : request.tournament();
        OperationId given = IdempotencyKeys.parse(idempotencyKey);
        OperationId name = given != null ? given : new OperationId(UUID.randomUUID().toString());
        rememberForErrors(name);
        return switch (minigames.start(caller.player(), name, id, tournament)) {
            case StartOutcome.Started(MinigameRun run) -> respond(run, false);
            case StartOutcome.Known(MinigameRun run) -> {
                if (!run.minigame().equals(id) || !Objects.equals(run.tournament(), tournament)) {
                    throw MinigameProblems.problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
                }
                yield respond(run, true);
            }
            case StartOutcome.Refused(MinigameRefusal reason) -> throw MinigameProblems.of(reason);
        };
    }

    /**
     * Whatever goes wrong from now on, the caller learns by which name to repeat. A run is nothing
     * that can be asked for as an operation.
     */
    private static void rememberForErrors(OperationId name) {
        RequestContext request = RequestContext.current();
        if (request != null) {
            request.repeatable(name);
        }
    }

    private HttpResponse<Envelope<RunView>> respond(MinigameRun run, boolean repeated) {
        MutableHttpResponse<Envelope<RunView>> response =
                HttpResponse.ok(show(RunView.of(run, runTokens.token(run))));
        response.header(IdempotencyKeys.HEADER, run.operationId().value());
        return repeated ? response.header(IdempotencyKeys.HIT_HEADER, "true") : response;
    }

    @Post("/runs/{run}/score")
    @NamedByAddress
    @Operation(
            operationId = "scoreRun",
            summary = "Sends the score of a run, once",
            description =
                    "The run is the name of the operation, so the route reads no `Idempotency-Key`:"
                        + " the same score again gets the first answer, in which `status` and"
                        + " `standing` are as they are now. A score outside of the game's limits is"
                        + " flagged: it is kept, and counts when somebody has looked at it.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownRun")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/RunScored")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/ScoreRefused")
    HttpResponse<Envelope<ScoreView>> score(
            TokenAuthentication caller,
            HttpHeaders headers,
            String game,
            String run,
            @Body ScoreRequest request) {
        MinigameId id = access.require(caller, headers, game);
        long points = request.points();
        MinigameRun found = require(caller, id, run, request.token());
        return switch (minigames.score(caller.player(), id, found.id(), points)) {
            case ScoreOutcome.Recorded(MinigameRun scored, boolean repeated) ->
                    respondScored(scored, repeated);
            case ScoreOutcome.Refused(MinigameRefusal reason) -> throw MinigameProblems.of(reason);
        };
    }

    private HttpResponse<Envelope<ScoreView>> respondScored(MinigameRun scored, boolean repeated) {
        MutableHttpResponse<Envelope<ScoreView>> response =
                HttpResponse.ok(
                        show(
                                ScoreView.of(
                                        scored,
                                        standings.of(
                                                definition(scored.minigame()).board(),
                                                scored.player()))));
        return repeated ? response.header(IdempotencyKeys.HIT_HEADER, "true") : response;
    }

    /** Each kind of wrong token has a code of its own; the store is asked for signed ones only. */
    private MinigameRun require(
            TokenAuthentication caller, MinigameId game, String run, String token) {
        RunTokens.Claims claims = runTokens.claims(token);
        if (claims == null) {
            throw MinigameProblems.problem(ProblemCode.RUN_TOKEN_INVALID);
        }
        if (!claims.game().equals(game)) {
            throw MinigameProblems.problem(ProblemCode.WRONG_MINIGAME);
        }
        if (!claims.player().equals(caller.player())) {
            throw MinigameProblems.problem(ProblemCode.NOT_YOUR_RUN);
        }
        if (!Long.toString(claims.run()).equals(run)) {
            throw MinigameProblems.problem(ProblemCode.RUN_TOKEN_INVALID);
        }
        MinigameRun found =
                minigames
                        .find(caller.player(), game, claims.run())
                        .orElseThrow(() -> MinigameProblems.problem(ProblemCode.UNKNOWN_RUN));
        if (!claims.isOf(found)) {
            throw MinigameProblems.problem(ProblemCode.RUN_TOKEN_INVALID);
        }
        return found;
    }

    @Get("/leaderboard")
    @Operation(
            operationId = "getMinigameLeaderboard",
            summary = "The minigame's board: the best, page by page, or those around the player")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownMinigame")
    StandingsPage leaderboard(
            TokenAuthentication caller,
            HttpHeaders headers,
            String game,
            @Parameter(description = "`true` for those around the player; then without `cursor`")
                    @QueryValue(defaultValue = "false")
                    boolean around,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        MinigameId id = access.require(caller, headers, game);
        return standings.page(definition(id).board(), caller.player(), around, cursor, limit);
    }

    private MinigameDefinition definition(MinigameId id) {
        MinigameDefinition game = engine.catalog().minigame(id);
        if (game == null) {
            throw MinigameProblems.problem(ProblemCode.UNKNOWN_MINIGAME);
        }
        return game;
    }

    private <T> Envelope<T> show(T data) {
        return Envelope.of(data, engine.clock().millis());
    }
}
