package com.luckyfunatic.server.user;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerDirectory.FriendPosition;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.openapi.PlayerErrors;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
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
    private final FriendCursors cursors;

    UserController(GameEngine engine, PlayerReads reads, FriendCursors cursors) {
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
