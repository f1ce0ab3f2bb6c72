package com.luckyfunatic.server.timetrial;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.StartTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.operation.NoFields;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time trials: levels against the server's clock. */
@Controller("/time-trials")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "time trials", description = "Levels against the clock")
@PlayerErrors
final class TimeTrialController {
    private final GameEngine engine;
    private final PlayerOperations operations;
    private final PlayerReads reads;
    private final TimeTrialBoards boards;

    TimeTrialController(
            GameEngine engine,
            PlayerOperations operations,
            PlayerReads reads,
            TimeTrialBoards boards) {
        this.engine = engine;
        this.operations = operations;
        this.reads = reads;
        this.boards = boards;
    }

    @Get
    @Operation(
            operationId = "getTimeTrials",
            summary = "The levels, what the player has reached, and the try that goes on")
    Envelope<List<TimeTrialView>> trials(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(
                engine.catalog().timeTrials().stream()
                        .map(trial ->
                                TimeTrialView.of(
                                        trial,
                                        seen.state(),
                                        boards.rank(seen.state(), trial),
                                        seen.context().catalog()))
                        .toList());
    }

    @Post("/{id}/start")
    @Idempotent
    @Operation(
            operationId = "startTimeTrial",
            summary = "Begins a try at a level; one that goes on ends without a result")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTimeTrial")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/KeyReused")
    HttpResponse<Envelope<TimeTrialStartView>> start(
            TokenAuthentication caller,
            String id,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body NoFields ignored) {
        Performed started =
                operations.performNamed(caller, idempotencyKey, new StartTimeTrial(trial(id)));
        return started.respond(TimeTrialStartView.of(started));
    }

    @Post("/{id}/finish")
    @Idempotent
    @Operation(
            operationId = "finishTimeTrial",
            summary = "Ends a try, and pays each target that is met for the first time",
            description = "The time is the server's, from the answer to the start on.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownTimeTrial")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/TryRefused")
    HttpResponse<Envelope<TimeTrialFinishView>> finish(
            TokenAuthentication caller,
            String id,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body FinishRequest request) {
        TimeTrialId trial = trial(id);
        Performed finished =
                operations.performNamed(caller, idempotencyKey, request.command(trial));
        TimeTrialDefinition definition = engine.catalog().timeTrial(trial);
        Long rank = definition == null ? null : boards.rank(finished.state(), definition);
        return finished.respond(TimeTrialFinishView.of(finished, rank));
    }

    private static TimeTrialId trial(String id) {
        return Fields.id(id, TimeTrialId::new, ProblemCode.UNKNOWN_TIME_TRIAL);
    }
}
