package com.luckyfunatic.engine;

import com.luckyfunatic.engine.catalog.Catalog;
import java.util.random.RandomGenerator;

/**
 * What a rule may know besides state and command.
 *
 * @param nowMillis the moment of the command, epoch milliseconds; never before the state's last
 *     change
 * @param catalog the content in force
 * @param random the source of chance; what it draws is written into the event
 */
public record RuleContext(long nowMillis, Catalog catalog, RandomGenerator random) {}
