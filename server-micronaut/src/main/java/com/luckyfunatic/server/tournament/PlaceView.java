package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeReceipt;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place on a leaderboard.
 *
 * @param rank 1 for the best; no two players share one
 * @param playerId who stands there, a decimal number as text because it can pass 2^53
 * @param firstName empty when they have deleted their account
 * @param score a whole number as text, with a decimal part for averages
 * @param reachedAt since when it is the player's
 * @param isMe whether it is the caller's
 * @param paid the prize that was paid for it; null for none, or none yet
 */
public record PlaceView(
        long rank,
        String playerId,
        String firstName,
        String score,
        Instant reachedAt,
        boolean isMe,
        @Nullable Long paid) {
    static PlaceView of(RankedPlace ranked, String firstName, PlayerId me) {
        return of(ranked.rank(), ranked.place(), firstName, me, null);
    }

    static PlaceView of(FinalStanding standing, String firstName, PlayerId me) {
        PrizeReceipt receipt = standing.receipt();
        return of(
                standing.rank(),
                standing.place(),
                firstName,
                me,
                receipt == null ? null : receipt.paid());
    }

    private static PlaceView of(
            long rank, BoardPlace place, String firstName, PlayerId me, @Nullable Long paid) {
        return new PlaceView(
                rank,
                place.player().toString(),
                firstName,
                text(place.score()),
                Instant.ofEpochMilli(place.reachedAtMillis()),
                place.player().equals(me),
                paid);
    }

    private static String text(Score score) {
        return BigDecimal.valueOf(score.whole())
                .add(BigDecimal.valueOf(score.fraction(), Score.FRACTION_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
