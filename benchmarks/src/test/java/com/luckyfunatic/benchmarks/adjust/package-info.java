/** Tests of what is insisted on of files of adjustments. */
@NullMarked
package com.luckyfunatic.benchmarks.adjust;

import org.jspecify.annotations.NullMarked;
