package com.luckyfunatic.server.timetrial;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.timetrial.TimeTrialResult;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a finish, and the whole game after it.
 *
 * @param timeMs how long the try took
 * @param bestTimeMs the shortest time of all, this one included
 * @param isBest whether this one is it
 * @param medals the targets that were met for the first time, slowest first
 * @param paid what they paid
 * @param cut what of it did not fit
 * @param timeTrialRank where the player stands on the level's board; null for nowhere
 */
@Schema(
        example =
                "{\"timeTrialId\": \"thirty_stars\", \"timeMs\": 41200, \"bestTimeMs\": 41200,"
                        + " \"isBest\": true, \"medals\": [\"bronze\"], \"paid\": {\"funz\": 1000,"
                        + " \"jokers\": 0, \"items\": []}, \"cut\": {\"funz\": 0, \"jokers\": 0,"
                        + " \"items\": []}, \"timeTrialRank\": 3, "
                        + Examples.GAME_MEMBERS
                        + "}")
public record TimeTrialFinishView(
        String timeTrialId,
        long timeMs,
        long bestTimeMs,
        boolean isBest,
        List<String> medals,
        PrizeView paid,
        PrizeView cut,
        @Nullable Long timeTrialRank,
        @JsonUnwrapped GameStateView game) {
    static TimeTrialFinishView of(Performed performed, @Nullable Long rank) {
        var finished = (TimeTrialResult.TryFinished) performed.result();
        return new TimeTrialFinishView(
                finished.trial().value(),
                finished.millis(),
                finished.bestMillis(),
                finished.millis() == finished.bestMillis(),
                finished.medals().stream().map(Words::of).toList(),
                PrizeView.of(finished.paid(), performed.context().catalog()),
                PrizeView.of(finished.cut(), performed.context().catalog()),
                rank,
                performed.game());
    }
}
