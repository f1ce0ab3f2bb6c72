/** Microbenchmarks and load tests. */
@NullMarked
package com.luckyfunatic.benchmarks;

import org.jspecify.annotations.NullMarked;
