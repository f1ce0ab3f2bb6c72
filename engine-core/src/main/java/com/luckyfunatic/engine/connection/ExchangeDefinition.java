package com.luckyfunatic.engine.connection;

/**
 * An exchange as content describes it.
 *
 * @param id its name
 * @param name what players read
 */
public record ExchangeDefinition(ExchangeId id, String name) {}
