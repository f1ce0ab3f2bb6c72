package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.reward.Reward;

/**
 * What so many winners get, each.
 *
 * @param winners how many, 1 to {@link RaffleDefinition#WINNERS_MAX}
 * @param reward what each gets; something
 */
public record RafflePrize(int winners, Reward reward) {
    /** Checks the ranges. */
    public RafflePrize {
        if (winners < 1 || winners > RaffleDefinition.WINNERS_MAX) {
            throw new IllegalArgumentException(
                    "winners must be 1 to " + RaffleDefinition.WINNERS_MAX + ", was " + winners);
        }
        if (reward.isNothing()) {
            throw new IllegalArgumentException("a prize must be something");
        }
    }
}
