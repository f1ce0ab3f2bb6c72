/** Rounds of killing the server under load, held to an outside record of every answer. */
@NullMarked
package com.luckyfunatic.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
