@NullMarked
package com.luckyfunatic.benchmarks.capacity;

import org.jspecify.annotations.NullMarked;
