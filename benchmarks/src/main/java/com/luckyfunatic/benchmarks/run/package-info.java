/** What every run needs: options, a place for its raw files, the machine, small tools. */
@NullMarked
package com.luckyfunatic.benchmarks.run;

import org.jspecify.annotations.NullMarked;
