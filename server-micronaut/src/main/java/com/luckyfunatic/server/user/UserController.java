package com.luckyfunatic.server.user;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerDirectory.FriendPosition;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.openapi.Idempotent;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The player's profile and friends. */
@Controller("/user")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "user", description = "Profile, wallets and friends")
@PlayerErrors
final class UserController {
    private final GameEngine engine;
    private final PlayerReads reads;
    private final PlayerOperations operations;
    private final FriendCursors cursors;

    UserController(
            GameEngine engine,
            PlayerReads reads,
            PlayerOperations operations,
            FriendCursors cursors) {
        this.operations = operations;
        this.engine = engine;
        this.reads = reads;
        this.cursors = cursors;
    }

    @Get
    @Operation(operationId = "getUser", summary = "The player's own profile")
    Envelope<UserView> user(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(UserView.of(reads.profile(seen.state().id()), seen.state()));
    }

    @Post("/language")
    @Operation(
            operationId = "chooseLanguage",
            summary = "Chooses the player's language",
            description =
                    "It counts in place of the Telegram account's, also after later logins, until"
                            + " null is sent. The same again changes nothing, so that it needs no"
                            + " `Idempotency-Key`.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "The profile")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @BodyErrors
    Envelope<UserView> chooseLanguage(
            TokenAuthentication caller, @Body ChooseLanguageRequest request) {
        LanguageTag language = request.tag();
        PlayerReads.Snapshot seen = reads.read(caller);
        Profile chosen =
                engine.storage()
                        .directory()
                        .chooseLanguage(caller.player(), language)
                        .orElseThrow(PlayerReads::unknownPlayer);
        return seen.show(UserView.of(chosen, seen.state()));
    }

    @Delete
    @Idempotent
    @Operation(
            operationId = "eraseUser",
            summary = "Deletes the player's personal data, and ends all logins",
            description =
                    "For good: names, picture, language, wallet and the Telegram account are"
                        + " forgotten; what was earned and spent stays in the books, under the"
                        + " player's id alone. The same Telegram account may then start anew, as"
                        + " another player. No token of the player is accepted afterwards: a repeat"
                        + " that is answered 401 tells that it was done.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/KeyReused")
    HttpResponse<Envelope<ErasedView>> erase(
            TokenAuthentication caller,
            @Parameter(description = PlayerOperations.KEY_OR_NAME)
                    @Nullable
                    @Header(IdempotencyKeys.HEADER)
                    String idempotencyKey,
            @Body EraseUserRequest request) {
        reads.read(caller);
        request.requireConfirmed();
        Performed performed =
                operations.performNamed(caller, idempotencyKey, new ErasePlayer(), engine::erase);
        return performed.respond(new ErasedView(true));
    }

    @Get("/friends-ranking")
    @Operation(
            operationId = "getFriendsRanking",
            summary = "Invited players by lifetime funz, most first",
            description = "The order may lag behind the game by a minute.")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    FriendsPage friendsRanking(
            TokenAuthentication caller,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String limit) {
        PlayerId player = caller.player();
        int size = PageLimit.parse(limit);
        FriendPosition after = cursors.decode(player, cursor);
        PlayerReads.Snapshot seen = reads.read(caller);
        Page<Friend> page = engine.storage().directory().friends(player, after, size);
        List<Friend> friends = page.items();
        return new FriendsPage(
                friends.stream().map(FriendView::of).toList(),
                page.hasMore()
                        ? cursors.encode(player, FriendPosition.of(friends.getLast()))
                        : null,
                Instant.ofEpochMilli(seen.context().nowMillis()));
    }
}
