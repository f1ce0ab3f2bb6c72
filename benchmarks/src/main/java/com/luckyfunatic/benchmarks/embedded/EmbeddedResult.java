package com.luckyfunatic.benchmarks.embedded;

import java.util.List;

/**
 * The result of {@link EmbeddedSuite}.
 *
 * @param players how many played
 */
public record EmbeddedResult(int players, List<Comparison> comparisons) {}
