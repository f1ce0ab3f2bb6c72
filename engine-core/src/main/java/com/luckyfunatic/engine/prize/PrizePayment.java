package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.prize.PrizeCommand.PayPrize;
import com.luckyfunatic.engine.prize.PrizeEvent.PrizePaid;
import com.luckyfunatic.engine.prize.PrizeResult.PrizeReceived;

/** How a prize reaches a player's balance. Pure. */
public final class PrizePayment {
    private PrizePayment() {}

    /**
     * Decides a command about prizes. What does not fit below the balance cap is cut and told: the
     * player did not choose the moment, and nobody else could keep it.
     */
    public static Decision decide(PlayerState state, PrizeCommand command) {
        return switch (command) {
            case PayPrize(var tournament, long rank, var currency, long amount) -> {
                long paid = Amounts.creditable(state.wallet().balance(currency), amount);
                yield Decision.accepted(
                        new PrizeReceived(tournament, rank, currency, paid, amount - paid),
                        new PrizePaid(tournament, rank, currency, paid, amount - paid));
            }
        };
    }

    /**
     * Returns {@code state} after {@code event}. A prize is not earned by play: what players send
     * each other through entry fees and prizes would reach every rank otherwise.
     */
    public static PlayerState evolve(PlayerState state, PrizeEvent event) {
        return switch (event) {
            case PrizePaid(var _, long _, var currency, long paid, long _) ->
                    state.with(state.wallet().change(currency, paid));
        };
    }
}
