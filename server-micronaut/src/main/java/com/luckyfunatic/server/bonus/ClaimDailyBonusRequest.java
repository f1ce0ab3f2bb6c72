package com.luckyfunatic.server.bonus;

import com.luckyfunatic.engine.bonus.BonusCommand;
import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which spin is wanted. An item is only ever spent for somebody who asks for it: a client that
 * repeats a claim without a key would lose one otherwise.
 *
 * @param spin {@code daily} for what the day pays, {@code item} for one more spin
 */
public record ClaimDailyBonusRequest(
        @Schema(
                        type = "string",
                        description =
                                "`daily`: the day's streak and free spin; `item`: one more spin,"
                                        + " for one of the item that the wheel takes",
                        allowableValues = {"daily", "item"},
                        defaultValue = "daily")
                @Nullable String spin) {
    /**
     * The command that {@code request} asks for; without a body, or without the field, the day's.
     *
     * @throws ProblemException when it names another kind of spin
     */
    static BonusCommand command(@Nullable ClaimDailyBonusRequest request) {
        String spin = request == null ? null : request.spin();
        return switch (spin) {
            case null -> new BonusCommand.ClaimDailyBonus();
            case "daily" -> new BonusCommand.ClaimDailyBonus();
            case "item" -> new BonusCommand.SpinForItem();
            default -> throw ProblemException.invalidField("spin", "must be 'daily' or 'item'");
        };
    }
}
