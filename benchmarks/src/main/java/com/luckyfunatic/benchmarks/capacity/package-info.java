/** Computes from measurements how much of everything so many players need. */
@NullMarked
package com.luckyfunatic.benchmarks.capacity;

import org.jspecify.annotations.NullMarked;
