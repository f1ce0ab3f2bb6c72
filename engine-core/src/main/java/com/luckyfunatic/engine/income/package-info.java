/** Passive income: piecewise accrual, capped per collection. */
@NullMarked
package com.luckyfunatic.engine.income;

import org.jspecify.annotations.NullMarked;
