/** Ranks: milestones of lifetime earnings. */
@NullMarked
package com.luckyfunatic.engine.rank;

import org.jspecify.annotations.NullMarked;
