@NullMarked
package com.luckyfunatic.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
