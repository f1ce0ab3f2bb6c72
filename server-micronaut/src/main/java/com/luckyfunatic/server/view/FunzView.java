package com.luckyfunatic.server.view;

/**
 * The soft currency as clients see it, whole funz.
 *
 * @param currentFunzBalance what can be spent
 * @param funzPerTap what one tap pays at this moment
 * @param incomePerHour passive income at this moment
 * @param lifetimeEarned ever earned; ranks compare it
 * @param passiveIncome what this request collected
 */
public record FunzView(
        long currentFunzBalance,
        long funzPerTap,
        long incomePerHour,
        long lifetimeEarned,
        PassiveIncomeView passiveIncome) {}
