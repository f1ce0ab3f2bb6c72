package com.luckyfunatic.server.story;

import com.luckyfunatic.engine.story.StoryCommand.ClaimStory;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.story.StoryResult;
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

/** Stories. */
@Controller("/stories")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "stories", description = "Sets of cards that unlock chapters")
@PlayerErrors
final class StoryController {
    private final PlayerOperations operations;
    private final PlayerReads reads;

    StoryController(PlayerOperations operations, PlayerReads reads) {
        this.operations = operations;
        this.reads = reads;
    }

    @Get
    @Operation(operationId = "getStories", summary = "Every story, as the player has it")
    Envelope<List<StoryView>> stories(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(StoryView.all(seen.state(), seen.context()));
    }

    @Post("/{id}/claim")
    @Idempotent
    @Operation(operationId = "claimStory", summary = "Claims the reward of a completed story")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownStory")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/AlreadyClaimed")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/StoryRefused")
    HttpResponse<Envelope<StoryClaimView>> claim(
            TokenAuthentication caller,
            String id,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body NoFields request) {
        StoryId story = Fields.id(id, StoryId::new, ProblemCode.UNKNOWN_STORY);
        Performed claimed = operations.performNamed(caller, idempotencyKey, new ClaimStory(story));
        StoryResult.Claimed result = (StoryResult.Claimed) claimed.result();
        return claimed.respond(
                new StoryClaimView(
                        StoryView.of(result.story(), claimed.state(), claimed.context()),
                        new StoryView.Reward(result.funz(), result.jokers()),
                        claimed.game()));
    }
}
