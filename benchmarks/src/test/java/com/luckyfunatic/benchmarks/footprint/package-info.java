@NullMarked
package com.luckyfunatic.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
