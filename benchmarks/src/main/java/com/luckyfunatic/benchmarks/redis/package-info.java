/** The Redis adapter: commands in one round trip and in two, beside the bare script. */
@NullMarked
package com.luckyfunatic.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
