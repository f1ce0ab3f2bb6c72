/** The game in simulation, for as many seeds as one likes. */
@NullMarked
package com.luckyfunatic.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;
