/** What a run leaves behind, and the page made from it. */
@NullMarked
package com.luckyfunatic.benchmarks.report;

import org.jspecify.annotations.NullMarked;
