/** The draw of raffles. */
@NullMarked
package com.luckyfunatic.benchmarks.raffle;

import org.jspecify.annotations.NullMarked;
