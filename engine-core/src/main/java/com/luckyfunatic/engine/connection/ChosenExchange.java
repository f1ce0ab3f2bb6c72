package com.luckyfunatic.engine.connection;

/**
 * The exchange that a player has chosen.
 *
 * @param chosenAtMillis when, epoch milliseconds
 */
public record ChosenExchange(ExchangeId exchange, long chosenAtMillis) {}
