package com.luckyfunatic.server.timetrial;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.timetrial.TimeTrialResult;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to a start, and the whole game after it.
 *
 * @param run the try that has begun
 */
@Schema(
        example =
                "{\"run\": {\"timeTrialId\": \"thirty_stars\", \"runToken\": \"4503599627370497\","
                        + " \"seed\": 4242424242, \"startedAt\": \"2026-01-01T00:00:00.000Z\","
                        + " \"expiresAt\": \"2026-01-01T00:03:00.000Z\"}, "
                        + Examples.GAME_MEMBERS
                        + "}")
public record TimeTrialStartView(TryView run, @JsonUnwrapped GameStateView game) {
    static TimeTrialStartView of(Performed performed) {
        var started = (TimeTrialResult.TryStarted) performed.result();
        return new TimeTrialStartView(
                TryView.of(started.run(), started.expiresAtMillis()), performed.game());
    }
}
