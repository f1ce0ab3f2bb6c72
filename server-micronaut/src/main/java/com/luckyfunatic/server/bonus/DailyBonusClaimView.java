package com.luckyfunatic.server.bonus;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.bonus.BonusResult;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.SpinView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a claim: what was won, and the whole game after it.
 *
 * @param streak the day of the streak that was paid; null for a spin that an item was spent for
 * @param spin where the wheel stopped
 * @param dailyBonus the daily bonus as it is now
 */
@Schema(
        example =
                "{\"streak\": {\"day\": 3, \"funz\": 2500}, \"spin\": {\"segmentId\":"
                    + " \"old_machine\", \"roll\": 7012, \"rolls\": 10000, \"prize\": {\"funz\": 0,"
                    + " \"jokers\": 0, \"items\": [{\"itemId\": \"brass_gear\", \"name\": \"Brass"
                    + " Gear\", \"count\": 1}]}}, \"dailyBonus\": "
                        + DailyBonusView.EXAMPLE
                        + ", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record DailyBonusClaimView(
        DailyBonusView.@Nullable Reward streak,
        SpinView spin,
        DailyBonusView dailyBonus,
        @JsonUnwrapped GameStateView game) {
    static DailyBonusClaimView of(Performed claimed) {
        return switch ((BonusResult) claimed.result()) {
            case BonusResult.DailyBonusClaimed(int day, long funz, var spin) ->
                    of(new DailyBonusView.Reward(day, funz), spin, claimed);
            case BonusResult.SpunForItem(var _, var spin) -> of(null, spin, claimed);
        };
    }

    private static DailyBonusClaimView of(
            DailyBonusView.@Nullable Reward streak, BonusResult.Spin spin, Performed claimed) {
        return new DailyBonusClaimView(
                streak,
                SpinView.of(spin, claimed.context().catalog()),
                DailyBonusView.of(claimed.state(), claimed.context()),
                claimed.game());
    }
}
