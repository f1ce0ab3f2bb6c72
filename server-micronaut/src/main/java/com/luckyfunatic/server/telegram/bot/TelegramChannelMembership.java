package com.luckyfunatic.server.telegram.bot;

import com.luckyfunatic.engine.connection.ChannelId;
import com.luckyfunatic.engine.connection.ChannelMembership;
import com.luckyfunatic.engine.connection.MembershipUnknownException;
import com.luckyfunatic.server.telegram.bot.BotApiException.Kind;
import java.util.Locale;
import java.util.Set;

/**
 * Asks Telegram who is a member of a channel, as a bot that should be an administrator there.
 * Thread-safe; a call blocks for at most twice the time-out of the API.
 */
public final class TelegramChannelMembership implements ChannelMembership {
    /** How Telegram says that it knows of no such member: by text, for the code is one for all. */
    private static final Set<String> NO_MEMBER =
            Set.of(
                    "bad request: user not found",
                    "bad request: member not found",
                    "bad request: participant_id_invalid",
                    "bad request: invalid user_id specified");

    private final BotApi api;

    /** Asks by {@code api}. */
    public TelegramChannelMembership(BotApi api) {
        this.api = api;
    }

    @Override
    public boolean isMember(ChannelId channel, long telegramId) {
        try {
            return api.call(new GetChatMember(channel, telegramId));
        } catch (BotApiException e) {
            if (e.kind() == Kind.REFUSED
                    && NO_MEMBER.contains(e.description().toLowerCase(Locale.ROOT))) {
                return false;
            }
            throw new MembershipUnknownException(
                    "whether somebody is a member of " + channel + " is not known",
                    e.retryAfter(),
                    e);
        }
    }
}
