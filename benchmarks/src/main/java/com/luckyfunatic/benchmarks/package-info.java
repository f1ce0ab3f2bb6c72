/** Microbenchmarks, load tests and crash rounds, and the command line that runs them. */
@NullMarked
package com.luckyfunatic.benchmarks;

import org.jspecify.annotations.NullMarked;
