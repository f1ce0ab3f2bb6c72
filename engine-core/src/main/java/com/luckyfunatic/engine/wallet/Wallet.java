package com.luckyfunatic.engine.wallet;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;

/**
 * A player's balances, and the funz ever earned (which ranks compare).
 *
 * @param funz whole funz, 0 to {@link Amounts#MAX}
 * @param jokers whole jokers, 0 to {@link Amounts#MAX}
 * @param funzEarned lifetime funz credited by play, never reduced by spending
 */
public record Wallet(long funz, long jokers, long funzEarned) {
    /** Checks the ranges. */
    public Wallet {
        Amounts.require("funz", funz);
        Amounts.require("jokers", jokers);
        Amounts.require("funzEarned", funzEarned);
    }

    /** Returns the balance in {@code currency}. */
    public long balance(Currency currency) {
        return switch (currency) {
            case FUNZ -> funz;
            case JOKERS -> jokers;
        };
    }

    /** Returns the wallet after earning {@code credit} funz; the caller has cut it to fit. */
    public Wallet earnFunz(long credit) {
        return new Wallet(
                Amounts.apply(funz, credit),
                jokers,
                funzEarned + Amounts.creditable(funzEarned, credit));
    }

    /** Returns the wallet with {@code delta} added to the balance in {@code currency}. */
    public Wallet change(Currency currency, long delta) {
        return switch (currency) {
            case FUNZ -> new Wallet(Amounts.apply(funz, delta), jokers, funzEarned);
            case JOKERS -> new Wallet(funz, Amounts.apply(jokers, delta), funzEarned);
        };
    }
}
