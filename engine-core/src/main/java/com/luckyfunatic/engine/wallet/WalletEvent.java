package com.luckyfunatic.engine.wallet;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.amount.Currency;

/** What happened to balances alone. */
public sealed interface WalletEvent extends GameEvent {
    /** A balance was changed by {@code delta}, for {@code reason}. */
    record BalanceAdjusted(Currency currency, long delta, String reason) implements WalletEvent {
        @Override
        public long funzDelta() {
            return currency == Currency.FUNZ ? delta : 0;
        }

        @Override
        public long jokersDelta() {
            return currency == Currency.JOKERS ? delta : 0;
        }
    }
}
