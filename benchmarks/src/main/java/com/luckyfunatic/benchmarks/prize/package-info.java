/** How fast tournaments that are over are ranked and paid. */
@NullMarked
package com.luckyfunatic.benchmarks.prize;

import org.jspecify.annotations.NullMarked;
