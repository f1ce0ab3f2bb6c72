@NullMarked
package com.luckyfunatic.benchmarks.transfer;

import org.jspecify.annotations.NullMarked;
