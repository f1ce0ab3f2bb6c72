@NullMarked
package com.luckyfunatic.benchmarks.embedded;

import org.jspecify.annotations.NullMarked;
