package com.luckyfunatic.engine.wallet;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Currency;

/** Why a balance does not allow an action. */
public sealed interface WalletRefusal extends Refusal {
    /** The balance is below the price. */
    record InsufficientFunds(Currency currency, long required, long held) implements WalletRefusal {
        @Override
        public String code() {
            return "insufficient_funds";
        }
    }

    /** A credit would pass the largest amount. */
    record BalanceCapReached(Currency currency, long held) implements WalletRefusal {
        @Override
        public String code() {
            return "balance_cap_reached";
        }
    }
}
