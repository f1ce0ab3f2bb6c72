/** Settling what accrues over time (energy, passive income) before a rate changes. */
@NullMarked
package com.luckyfunatic.engine.accrual;

import org.jspecify.annotations.NullMarked;
