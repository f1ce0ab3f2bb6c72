package com.luckyfunatic.server.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Login data whose signature and age were found good.
 *
 * @param botId the bot that the Mini App was opened from
 * @param user the account that opened it
 * @param signedAt when Telegram signed it
 * @param startParam the referral or campaign word of the link that was followed
 * @param queryId Telegram's id of this opening, for answers through the bot
 * @param chatInstance the chat that it was opened from
 * @param chatType the kind of that chat
 */
public record InitData(
        long botId,
        TelegramUser user,
        Instant signedAt,
        @Nullable String startParam,
        @Nullable String queryId,
        @Nullable String chatInstance,
        @Nullable String chatType) {}
