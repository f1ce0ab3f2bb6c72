package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.player.PlayerId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A place on a leaderboard.
 *
 * @param rank 1 for the best; no two players share one
 * @param playerId who stands there, a decimal number as text because it can pass 2^53
 * @param score a whole number as text, with a decimal part for averages
 * @param reachedAt since when it is the player's
 * @param isMe whether it is the caller's
 */
public record PlaceView(long rank, String playerId, String score, Instant reachedAt, boolean isMe) {
    static PlaceView of(RankedPlace ranked, PlayerId me) {
        PlayerId player = ranked.place().player();
        return new PlaceView(
                ranked.rank(),
                player.toString(),
                text(ranked.place().score()),
                Instant.ofEpochMilli(ranked.place().reachedAtMillis()),
                player.equals(me));
    }

    private static String text(Score score) {
        return BigDecimal.valueOf(score.whole())
                .add(BigDecimal.valueOf(score.fraction(), Score.FRACTION_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
