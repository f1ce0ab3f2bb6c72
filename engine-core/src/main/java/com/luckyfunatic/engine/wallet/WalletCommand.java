package com.luckyfunatic.engine.wallet;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandReason;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;

/** Commands on balances alone. */
public sealed interface WalletCommand extends Command {
    /**
     * Adds a signed amount to a balance, for a reason that the audit keeps.
     *
     * @param delta what is added, −{@link Amounts#MAX} to {@link Amounts#MAX}, not 0
     * @param reason 1 to {@value CommandReason#LENGTH_MAX} characters
     */
    record AdjustBalance(Currency currency, long delta, String reason) implements WalletCommand {
        /** Checks the ranges. */
        public AdjustBalance {
            if (delta == 0 || delta > Amounts.MAX || delta < -Amounts.MAX) {
                throw new IllegalArgumentException(
                        "delta must be 1 to " + Amounts.MAX + " up or down, was " + delta);
            }
            CommandReason.require(reason);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
