package com.luckyfunatic.server.quest;

import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimNextFriendsLevel;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestCommand.StartQuest;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestResult;
import com.luckyfunatic.engine.reward.Reward;
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
import com.luckyfunatic.server.view.PrizeView;
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

/** Quests. */
@Controller("/quests")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "quests", description = "Things to do once, or once a day, that pay")
@PlayerErrors
final class QuestController {
    private final PlayerOperations operations;
    private final PlayerReads reads;
    private final ChannelQuests channels;

    QuestController(PlayerOperations operations, PlayerReads reads, ChannelQuests channels) {
        this.operations = operations;
        this.reads = reads;
        this.channels = channels;
    }

    /** A bare list, as live clients expect it. */
    @Get
    @Operation(operationId = "getQuests", summary = "Every quest, as the player has it")
    List<QuestView> quests(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return QuestView.all(seen.state(), seen.context());
    }

    @Post("/{questID}/start")
    @Idempotent
    @Operation(
            operationId = "startQuest",
            summary = "Starts a quest; starting it again changes nothing")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownQuest")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/AlreadyClaimed")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/QuestRefused")
    HttpResponse<Envelope<QuestActionView>> start(
            TokenAuthentication caller,
            String questID,
            @Parameter(description = PlayerOperations.KEY) @Nullable @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body NoFields request) {
        QuestId quest = Fields.id(questID, QuestId::new, ProblemCode.UNKNOWN_QUEST);
        Performed started = operations.perform(caller, idempotencyKey, new StartQuest(quest));
        return started.respond(
                new QuestActionView(
                        QuestView.of(quest, started.state(), started.context()),
                        null,
                        started.game()));
    }

    /** Without a key it has no name: what was claimed cannot be claimed again anyway. */
    @Post("/{questID}/claim")
    @Idempotent
    @Operation(operationId = "claimQuest", summary = "Claims the reward of a completed quest")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownQuest")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/AlreadyClaimed")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/QuestRefused")
    HttpResponse<Envelope<QuestActionView>> claim(
            TokenAuthentication caller,
            String questID,
            @Parameter(description = PlayerOperations.KEY) @Nullable @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body NoFields request) {
        QuestId quest = Fields.id(questID, QuestId::new, ProblemCode.UNKNOWN_QUEST);
        // A key that is of no use is refused before anybody is asked.
        IdempotencyKeys.parse(idempotencyKey);
        channels.confirm(reads.read(caller), quest);
        Performed claimed = operations.perform(caller, idempotencyKey, new ClaimQuest(quest));
        QuestResult.QuestPaid paid = (QuestResult.QuestPaid) claimed.result();
        return claimed.respond(
                new QuestActionView(
                        QuestView.of(quest, claimed.state(), claimed.context()),
                        paid(paid.funz(), paid.jokers(), paid.items(), claimed),
                        claimed.game()));
    }

    @Get("/friends-quest-progression")
    @Operation(
            operationId = "getFriendsQuestProgression",
            summary = "The ladder of friends, as the player has climbed it")
    Envelope<FriendsQuestView> friendsQuest(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(FriendsQuestView.of(seen.state(), seen.context()));
    }

    @Post("/claim-next-friends-quest-level")
    @Idempotent
    @Operation(
            operationId = "claimNextFriendsQuestLevel",
            summary = "Claims the next level of the ladder of friends")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/FriendsQuestRefused")
    HttpResponse<Envelope<FriendsLevelClaimView>> claimNextFriendsLevel(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Nullable @Body NoFields request) {
        return claimNextFriendsLevel(caller, idempotencyKey);
    }

    /** A GET that changes something, because live clients send it. */
    @Get("/claim-next-friends-quest-level")
    @Idempotent
    @Operation(
            operationId = "claimNextFriendsQuestLevelByGet",
            summary = "The same by GET, for old clients",
            deprecated = true)
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/FriendsQuestRefused")
    HttpResponse<Envelope<FriendsLevelClaimView>> claimNextFriendsLevelByGet(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey) {
        return claimNextFriendsLevel(caller, idempotencyKey);
    }

    private HttpResponse<Envelope<FriendsLevelClaimView>> claimNextFriendsLevel(
            TokenAuthentication caller, @Nullable String idempotencyKey) {
        Performed claimed =
                operations.performNamed(caller, idempotencyKey, new ClaimNextFriendsLevel());
        QuestResult.FriendsLevelPaid paid = (QuestResult.FriendsLevelPaid) claimed.result();
        return claimed.respond(
                new FriendsLevelClaimView(
                        paid.friends(),
                        paid(paid.funz(), paid.jokers(), paid.items(), claimed),
                        FriendsQuestView.of(claimed.state(), claimed.context()),
                        claimed.game()));
    }

    private static PrizeView paid(
            long funz, long jokers, List<ItemStack> items, Performed claimed) {
        return PrizeView.of(new Reward(funz, jokers, items), claimed.context().catalog());
    }
}
