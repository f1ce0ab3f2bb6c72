/** Workers that die or stand still, and who does their work then. */
@NullMarked
package com.luckyfunatic.benchmarks.takeover;

import org.jspecify.annotations.NullMarked;
