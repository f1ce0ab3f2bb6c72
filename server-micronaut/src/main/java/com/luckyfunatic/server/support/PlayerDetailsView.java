package com.luckyfunatic.server.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.operations.past.StoredTree;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of a player now.
 *
 * @param profile who it is
 * @param platformAccountId the linked account; null for none
 * @param ban the last ban that nobody has lifted, which may be over; null for none
 * @param loginsEndedAt until when logins were ended; null when none was
 * @param loginsEndedForEver whether nobody can be this player any more
 * @param sequence how many changes the state has seen; null before the game has started
 * @param changedAt the last change
 * @param state the state as it is stored; null before the game has started
 */
@Schema(example = PlayerDetailsView.EXAMPLE)
record PlayerDetailsView(
        FoundPlayerView profile,
        @Nullable String platformAccountId,
        @Nullable BanView ban,
        @Nullable Instant loginsEndedAt,
        boolean loginsEndedForEver,
        @Nullable Long sequence,
        @Nullable Instant changedAt,
        @Schema(implementation = Object.class) @Nullable JsonNode state) {
    static final String EXAMPLE =
            "{\"profile\": "
                    + FoundPlayerView.EXAMPLE
                    + ", \"platformAccountId\": null, \"ban\": null, \"loginsEndedAt\": null,"
                    + " \"loginsEndedForEver\": false, \"sequence\": 1024, \"changedAt\":"
                    + " \"2026-11-22T15:00:00.123Z\", \"state\": {\"sequence\": 1024, \"wallet\":"
                    + " {\"funz\": 4505, \"funzEarned\": 25505, \"jokers\": 15}}}";

    /**
     * A ban.
     *
     * @param until the first moment at which they may play again; null for none
     */
    record BanView(@Nullable Instant until, String reason, String actor, Instant at) {
        static @Nullable BanView of(@Nullable Ban ban) {
            return ban == null
                    ? null
                    : new BanView(
                            ban.isForEver() ? null : Instant.ofEpochMilli(ban.untilMillis()),
                            ban.reason(),
                            ban.actor(),
                            Instant.ofEpochMilli(ban.atMillis()));
        }
    }

    static PlayerDetailsView of(
            Profile profile,
            @Nullable PlatformAccountId account,
            Admission admission,
            @Nullable PlayerState state) {
        long ended = admission.loginsEndedAtMillis();
        boolean forEver = admission.isErased();
        return new PlayerDetailsView(
                FoundPlayerView.of(profile),
                account == null ? null : account.value(),
                BanView.of(admission.ban()),
                ended == 0 || forEver ? null : Instant.ofEpochMilli(ended),
                forEver,
                state == null ? null : state.sequence(),
                state == null ? null : Instant.ofEpochMilli(state.changedAtMillis()),
                state == null ? null : StoredTree.of(state));
    }
}
