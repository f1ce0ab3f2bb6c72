package com.luckyfunatic.engine.referral;

import org.jspecify.annotations.Nullable;

/** What the signed {@code start_param} of a login says about how a player came. */
public sealed interface StartParam {
    /** The most characters of a start_param. */
    int LENGTH_MAX = 64;

    /** Invited by the owner of a Telegram account. */
    record InvitedBy(long telegramId) implements StartParam {}

    /** Came by a marketing campaign. */
    record Campaign(String slug) implements StartParam {}

    /** Says nothing, or nothing that can be understood. */
    enum None implements StartParam {
        /** The only value. */
        NONE
    }

    /**
     * Reads a start_param: a bare Telegram id or {@code ref_<id>} is an invitation, other words of
     * letters, digits, {@code _} and {@code -} name a campaign.
     */
    static StartParam parse(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LENGTH_MAX) {
            return None.NONE;
        }
        String id = text.startsWith("ref_") ? text.substring("ref_".length()) : text;
        if (!id.isEmpty() && id.length() <= 16 && id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long telegramId = Long.parseLong(id);
            return telegramId == 0 ? None.NONE : new InvitedBy(telegramId);
        }
        return text.chars().allMatch(StartParam::isSlugCharacter) ? new Campaign(text) : None.NONE;
    }

    private static boolean isSlugCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-';
    }
}
