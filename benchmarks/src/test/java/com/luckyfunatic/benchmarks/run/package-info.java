@NullMarked
package com.luckyfunatic.benchmarks.run;

import org.jspecify.annotations.NullMarked;
