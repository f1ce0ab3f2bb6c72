package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleRefusal;
import com.luckyfunatic.engine.raffle.RaffleRules;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.server.view.RequirementView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the player can buy a ticket now.
 *
 * @param isEligible whether one would be sold, if the player can pay for it
 * @param reason the code that buying one would be refused with; null when it would not
 * @param ticketsHeld how many the player has
 * @param remaining how many the player can still buy
 * @param requirements what a player must have, and whether this one has
 */
@Schema(
        example =
                "{\"isEligible\": true, \"reason\": null, \"ticketsHeld\": 4, \"remaining\": 16,"
                        + " \"requirements\": [{\"type\": \"rank\", \"rank\": 2, \"isMissing\":"
                        + " false}]}")
public record EligibilityView(
        boolean isEligible,
        @Nullable String reason,
        int ticketsHeld,
        int remaining,
        List<RequirementView> requirements) {
    static EligibilityView of(
            Raffle raffle, int held, PlayerState state, long nowMillis, Catalog catalog) {
        var requirements = raffle.definition().terms().requirements();
        RaffleRefusal reason = raffle.whyNotReserved(held, 1);
        if (reason == null) {
            reason = RaffleRules.whyNotSold(state, raffle.definition().terms(), nowMillis);
        }
        return new EligibilityView(
                reason == null,
                reason == null ? null : reason.code(),
                held,
                Math.clamp(
                        raffle.definition().limitPerPlayer() - held, 0, raffle.buyable(nowMillis)),
                RequirementView.of(
                        requirements, Requirements.missing(state, requirements), catalog));
    }
}
