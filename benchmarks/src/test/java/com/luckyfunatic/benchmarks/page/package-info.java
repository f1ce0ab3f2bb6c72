@NullMarked
package com.luckyfunatic.benchmarks.page;

import org.jspecify.annotations.NullMarked;
