package com.luckyfunatic.engine.card;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The default price and income of a card's levels, computed with exact decimals once per catalog.
 *
 * <ul>
 *   <li>price(n) = round(base × 1.05^(n(n+1)/2 − 1))
 *   <li>income(n) = round(base × (1.07^n − 1) / 0.07), the total at level n
 * </ul>
 *
 * <p>Rounding is half up. The formulas are the ones widely published for tap games of this kind;
 * their reference rows stand in the tests.
 */
public final class CardCurves {
    private static final BigDecimal PRICE_GROWTH = new BigDecimal("1.05");
    private static final BigDecimal INCOME_GROWTH = new BigDecimal("1.07");
    private static final BigDecimal INCOME_DIVISOR = new BigDecimal("0.07");

    private CardCurves() {}

    /**
     * Returns the price of level {@code n}.
     *
     * @throws ArithmeticException when it passes 2^63
     */
    public static long price(long base, int n) {
        int exponent = Math.multiplyExact(n, n + 1) / 2 - 1;
        return BigDecimal.valueOf(base)
                .multiply(PRICE_GROWTH.pow(exponent))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /**
     * Returns the total income at level {@code n}, funz per hour.
     *
     * @throws ArithmeticException when it passes 2^63
     */
    public static long incomePerHour(long base, int n) {
        return BigDecimal.valueOf(base)
                .multiply(INCOME_GROWTH.pow(n).subtract(BigDecimal.ONE))
                .divide(INCOME_DIVISOR, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
