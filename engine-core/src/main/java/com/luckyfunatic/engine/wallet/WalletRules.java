package com.luckyfunatic.engine.wallet;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerState;
import org.jspecify.annotations.Nullable;

/** The rules of balances. Pure. */
public final class WalletRules {
    private WalletRules() {}

    /** Decides a command on balances. */
    public static Decision decide(PlayerState state, WalletCommand command) {
        return switch (command) {
            case WalletCommand.AdjustBalance adjust -> adjust(state.wallet(), adjust);
        };
    }

    private static Decision adjust(Wallet wallet, WalletCommand.AdjustBalance adjust) {
        long held = wallet.balance(adjust.currency());
        if (held + adjust.delta() < 0) {
            return Decision.refused(
                    new WalletRefusal.InsufficientFunds(adjust.currency(), -adjust.delta(), held));
        }
        if (held + adjust.delta() > Amounts.MAX) {
            return Decision.refused(new WalletRefusal.BalanceCapReached(adjust.currency(), held));
        }
        return Decision.accepted(
                Result.Done.DONE,
                new WalletEvent.BalanceAdjusted(
                        adjust.currency(), adjust.delta(), adjust.reason()));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, WalletEvent event) {
        return switch (event) {
            case WalletEvent.BalanceAdjusted(Currency currency, long delta, var _) ->
                    state.with(state.wallet().change(currency, delta));
        };
    }

    /** Returns the refusal when {@code wallet} cannot pay {@code price}, else null. */
    public static @Nullable Refusal whyNotPayable(Wallet wallet, Currency currency, long price) {
        long held = wallet.balance(currency);
        return held < price ? new WalletRefusal.InsufficientFunds(currency, price, held) : null;
    }
}
