/** The page of results: its tables are made from the raw files, never by hand. */
@NullMarked
package com.luckyfunatic.benchmarks.page;

import org.jspecify.annotations.NullMarked;
