package com.luckyfunatic.engine.income;

import java.time.Duration;

/**
 * Passive income as content describes it.
 *
 * @param cap how long after a collection income accrues
 */
public record IncomeDefinition(Duration cap) {}
