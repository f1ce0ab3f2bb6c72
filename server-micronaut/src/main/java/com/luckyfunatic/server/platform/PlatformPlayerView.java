package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.server.view.RewardView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A player, as the platform sees one.
 *
 * @param telegramId the Telegram account
 * @param playerId the player
 * @param accountId the linked account on the platform; null while none is linked
 * @param joinedAt when the player came to the game
 * @param rank the rank, from 1
 * @param balances what is held, as of the last change
 */
@Schema(
        example =
                """
                {"telegramId": "420193", "playerId": "184467440737095516",
                "accountId": "funtico-20931", "joinedAt": "2026-11-22T15:00:00.123Z", "rank": 3,
                "balances": {"funz": 5200, "jokers": 40,
                "items": [{"itemId": "brass_gear", "count": 2}]}}
                """)
public record PlatformPlayerView(
        String telegramId,
        String playerId,
        @Nullable String accountId,
        Instant joinedAt,
        int rank,
        RewardView balances) {
    static PlatformPlayerView of(PlatformPlayer player, @Nullable PlatformAccountId account) {
        Profile profile = player.profile();
        return new PlatformPlayerView(
                Long.toString(profile.account().telegramId()),
                profile.id().toString(),
                account == null ? null : account.value(),
                Instant.ofEpochMilli(profile.joinedAtMillis()),
                player.state().rank().rank(),
                balances(player.state()));
    }

    static RewardView balances(PlayerState state) {
        return RewardView.of(
                state.wallet().funz(), state.wallet().jokers(), state.items().stacks());
    }
}
