/** What the game takes of each store: bytes and CPU time per player, change and operation. */
@NullMarked
package com.luckyfunatic.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
