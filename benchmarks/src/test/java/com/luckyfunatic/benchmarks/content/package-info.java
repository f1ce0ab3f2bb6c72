@NullMarked
package com.luckyfunatic.benchmarks.content;

import org.jspecify.annotations.NullMarked;
