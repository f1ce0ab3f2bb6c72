package com.luckyfunatic.server.user;

import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.Friend;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invited player in the friends' ranking, as clients see it.
 *
 * @param playerId the friend, a decimal number as text because it can pass 2^53
 * @param firstName empty when they have deleted their account
 * @param photoUrl the picture, a web address
 * @param lifetimeEarned funz ever earned, possibly a minute old
 * @param rank the rank reached, from 1
 * @param premium whether the account has Telegram Premium
 * @param deleted whether they have deleted their account
 */
@Schema(
        example =
                """
                {"playerId": "1152921504606846977", "firstName": "Bob",
                "username": "bob", "photoUrl": null, "lifetimeEarned": 123456,
                "rank": 4, "premium": true, "deleted": false}
                """)
public record FriendView(
        String playerId,
        String firstName,
        @Nullable String username,
        @Nullable String photoUrl,
        long lifetimeEarned,
        int rank,
        boolean premium,
        boolean deleted) {
    static FriendView of(Friend friend) {
        TelegramAccount account = friend.profile().account();
        return new FriendView(
                friend.profile().id().toString(),
                account.firstName(),
                account.username(),
                account.photoUrl(),
                friend.funzEarned(),
                friend.rank(),
                account.premium(),
                friend.profile().isErased());
    }
}
