/** Measures adjustments of many players from a file. */
@NullMarked
package com.luckyfunatic.benchmarks.adjust;

import org.jspecify.annotations.NullMarked;
