/** The memory store behind the engine's facade. */
@NullMarked
package com.luckyfunatic.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
