package com.luckyfunatic.engine.player;

import org.jspecify.annotations.Nullable;

/**
 * Who a player is.
 *
 * @param account the Telegram account, as of the last login
 * @param referrer who invited them, bound when they joined
 * @param campaign the marketing campaign they came by
 * @param joinedAtMillis when they joined, epoch milliseconds
 */
public record Profile(
        PlayerId id,
        TelegramAccount account,
        @Nullable PlayerId referrer,
        @Nullable String campaign,
        long joinedAtMillis) {}
