package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.player.PlayerCommand;
import com.luckyfunatic.engine.player.PlayerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is about, as it is or would be; null what it is not about.
 *
 * @param funz the balance
 * @param jokers the balance
 * @param items how many of the plan's item
 * @param ban the last ban that nobody has lifted, which may be over; null for none, too
 * @param loginsEndedAt until when logins were ended; null when none was, or all were for ever, too
 * @param stage how far a tournament is: {@code draft}, {@code published}, {@code ranked}, {@code
 *     paying}, {@code done} or {@code cancelled}
 * @param disqualified whether the player is out of the tournament
 * @param game the whole game, of a plan to let it begin anew or to bring one back
 * @param transfer how far a transfer to the platform has come
 * @param followUp what became of a follow-up
 * @param payment what became of a payment in Stars
 * @param content the content of the game
 */
record HoldingsView(
        @Nullable Long funz,
        @Nullable Long jokers,
        @Nullable Integer items,
        PlayerDetailsView.@Nullable BanView ban,
        @Nullable Instant loginsEndedAt,
        @Nullable String stage,
        @Nullable Boolean disqualified,
        @Nullable PlayedGameView game,
        @Nullable PlannedTransferView transfer,
        @Nullable PlannedFollowUpView followUp,
        @Nullable PlannedStarsView payment,
        @Nullable PlannedContentView content) {
    static HoldingsView of(PlayerState state, Command command) {
        return new HoldingsView(
                state.wallet().funz(),
                state.wallet().jokers(),
                command instanceof AdjustItem adjust ? state.items().count(adjust.item()) : null,
                null,
                null,
                null,
                null,
                command instanceof PlayerCommand ? PlayedGameView.of(state) : null,
                null,
                null,
                null,
                null);
    }

    static HoldingsView of(String stage, @Nullable Boolean disqualified) {
        return new HoldingsView(
                null, null, null, null, null, stage, disqualified, null, null, null, null, null);
    }

    static HoldingsView of(Admission admission) {
        long ended = admission.loginsEndedAtMillis();
        return new HoldingsView(
                null,
                null,
                null,
                PlayerDetailsView.BanView.of(admission.ban()),
                ended == 0 || admission.isErased() ? null : Instant.ofEpochMilli(ended),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Shows a payment in Stars. */
    static HoldingsView of(PlannedStarsView payment) {
        return new HoldingsView(
                null, null, null, null, null, null, null, null, null, null, payment, null);
    }

    /** Shows a follow-up. */
    static HoldingsView of(PlannedFollowUpView followUp) {
        return new HoldingsView(
                null, null, null, null, null, null, null, null, null, followUp, null, null);
    }

    /** Shows content. */
    static HoldingsView of(PlannedContentView content) {
        return new HoldingsView(
                null, null, null, null, null, null, null, null, null, null, null, content);
    }

    /** Shows a transfer, and how many of its item the player has. */
    static HoldingsView of(PlannedTransferView transfer, int items) {
        return new HoldingsView(
                null, null, items, null, null, null, null, null, transfer, null, null, null);
    }

    /** Returns when a ban ends, in a word. */
    static String end(long untilMillis) {
        return untilMillis == Ban.FOR_EVER
                ? "for ever"
                : "until " + Instant.ofEpochMilli(untilMillis);
    }

    /** Returns it in a few words. */
    String words() {
        if (funz != null) {
            return "funz "
                    + funz
                    + ", jokers "
                    + jokers
                    + (items == null ? "" : ", items " + items)
                    + (game == null ? "" : ", " + game.words());
        }
        if (transfer != null) {
            return transfer.words() + ", items " + items;
        }
        if (followUp != null) {
            return followUp.words();
        }
        if (payment != null) {
            return payment.words();
        }
        if (content != null) {
            return content.words();
        }
        if (stage != null) {
            return stage + (Boolean.TRUE.equals(disqualified) ? ", player is out" : "");
        }
        Instant until = ban == null ? null : ban.until();
        return (ban == null ? "not banned" : "banned " + (until == null ? "for ever" : until))
                + (loginsEndedAt == null ? "" : ", logins ended at " + loginsEndedAt);
    }
}
