package com.luckyfunatic.engine.card;

/**
 * One level of a card.
 *
 * @param price what reaching it costs, coming from the level below
 * @param incomePerHour what the card earns at it in total, whole funz per hour
 */
public record CardLevel(long price, long incomePerHour) {}
