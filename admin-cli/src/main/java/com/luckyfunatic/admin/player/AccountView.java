package com.luckyfunatic.admin.player;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.TextBlock;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An account for people and for scripts.
 *
 * @param nowMillis what "banned" is as of, epoch milliseconds
 */
record AccountView(Profile profile, Admission admission, long nowMillis) {
    /**
     * Returns a line for each thing that is known, for a terminal with so many columns; empty for
     * no terminal.
     */
    String table(OptionalInt columns) {
        TelegramAccount account = profile.account();
        PlayerId referrer = profile.referrer();
        Map<String, @Nullable String> lines = new LinkedHashMap<>();
        lines.put("player", profile.id().toString());
        lines.put("erased", profile.isErased() ? "yes" : null);
        lines.put("telegram id", profile.isErased() ? null : Long.toString(account.telegramId()));
        lines.put("first name", profile.isErased() ? null : account.firstName());
        lines.put("last name", account.lastName());
        lines.put("username", account.username());
        lines.put("language", account.languageCode());
        LanguageTag chosen = profile.chosenLanguage();
        lines.put("chosen", chosen == null ? null : chosen.value());
        lines.put("premium", account.premium() ? "yes" : "no");
        lines.put("invited by", referrer == null ? null : referrer.toString());
        lines.put("campaign", profile.campaign());
        lines.put("joined", time(profile.joinedAtMillis()));
        putBan(lines);
        long ended = admission.loginsEndedAtMillis();
        lines.put("logins ended", ended == 0 ? "never" : endOfLogins(ended));
        TextBlock block = new TextBlock();
        lines.forEach((name, value) -> {
            if (value != null) {
                block.line(name, value);
            }
        });
        return block.fit(columns);
    }

    private void putBan(Map<String, @Nullable String> lines) {
        Ban ban = admission.ban();
        if (ban == null) {
            lines.put("banned", "no");
            return;
        }
        String end = ban.isForEver() ? "for ever" : "until " + time(ban.untilMillis());
        lines.put("banned", ban.holdsAt(nowMillis) ? end : "no, it was " + end);
        lines.put("ban reason", ban.reason());
        lines.put("banned by", ban.actor());
        lines.put("banned at", time(ban.atMillis()));
    }

    /** Returns one object; what is not known is null, times are ISO 8601 in UTC. */
    String json() {
        TelegramAccount account = profile.account();
        PlayerId referrer = profile.referrer();
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("player", profile.id().toString());
        node.put("erased", profile.isErased());
        node.put("telegramId", profile.isErased() ? null : account.telegramId());
        node.put("firstName", profile.isErased() ? null : account.firstName());
        node.put("lastName", account.lastName());
        node.put("username", account.username());
        node.put("languageCode", account.languageCode());
        LanguageTag chosen = profile.chosenLanguage();
        node.put("chosenLanguage", chosen == null ? null : chosen.value());
        node.put("premium", account.premium());
        node.put("referrer", referrer == null ? null : referrer.toString());
        node.put("campaign", profile.campaign());
        node.put("joinedAt", time(profile.joinedAtMillis()));
        putBan(node);
        long ended = admission.loginsEndedAtMillis();
        boolean forEver = admission.isErased();
        node.put("loginsEndedAt", ended == 0 || forEver ? null : time(ended));
        node.put("loginsEndedForEver", forEver);
        return node.toString();
    }

    private void putBan(ObjectNode node) {
        Ban ban = admission.ban();
        node.put("banned", admission.banAt(nowMillis) != null);
        if (ban == null) {
            node.putNull("ban");
            return;
        }
        ObjectNode shown = node.putObject("ban");
        shown.put("until", ban.isForEver() ? null : time(ban.untilMillis()));
        shown.put("reason", ban.reason());
        shown.put("actor", ban.actor());
        shown.put("at", time(ban.atMillis()));
    }

    private static String endOfLogins(long millis) {
        return millis == Admission.LOGINS_ENDED_FOR_EVER ? "for ever" : time(millis);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
