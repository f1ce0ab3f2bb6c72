/** Taps: the rate limit, the energy cost and the pay. */
@NullMarked
package com.luckyfunatic.engine.tap;

import org.jspecify.annotations.NullMarked;
