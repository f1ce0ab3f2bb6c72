/** Content that is switched while players play. */
@NullMarked
package com.luckyfunatic.benchmarks.content;

import org.jspecify.annotations.NullMarked;
