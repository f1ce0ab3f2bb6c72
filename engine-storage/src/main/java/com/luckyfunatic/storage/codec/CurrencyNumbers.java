package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.storage.StorageCorruptException;

/** A currency as a number in a column. Numbers stay what they are. */
public final class CurrencyNumbers {
    private CurrencyNumbers() {}

    /** Returns the number of {@code currency}. */
    public static int number(Currency currency) {
        return switch (currency) {
            case FUNZ -> 0;
            case JOKERS -> 1;
        };
    }

    /**
     * Returns the currency of {@code number}.
     *
     * @throws StorageCorruptException when there is none
     */
    public static Currency currency(int number) {
        return switch (number) {
            case 0 -> Currency.FUNZ;
            case 1 -> Currency.JOKERS;
            default -> throw new StorageCorruptException("no currency is " + number);
        };
    }
}
