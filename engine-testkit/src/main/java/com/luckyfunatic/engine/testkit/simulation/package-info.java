/**
 * The whole game in one thread under a virtual clock, on stores that fail as real ones do: one seed
 * is one execution.
 */
@NullMarked
package com.luckyfunatic.engine.testkit.simulation;

import org.jspecify.annotations.NullMarked;
