/** The rules alone: decide and evolve, without a store. */
@NullMarked
package com.luckyfunatic.benchmarks.rule;

import org.jspecify.annotations.NullMarked;
