package com.luckyfunatic.server.telegram.bot;

import com.luckyfunatic.engine.connection.ChannelId;
import com.luckyfunatic.engine.connection.ChannelMembership;
import com.luckyfunatic.engine.connection.MembershipUnknownException;
import java.time.Duration;

/** Who is a member of channels, where no bot's token is known: nobody can tell. */
public final class NobodyToAsk implements ChannelMembership {
    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofHours(1);

    @Override
    public boolean isMember(ChannelId channel, long telegramId) {
        throw new MembershipUnknownException(
                "no bot's token is known, so Telegram cannot be asked; set telegram-bot-tokens",
                UNTIL_SOMEBODY_ACTS,
                null);
    }
}
