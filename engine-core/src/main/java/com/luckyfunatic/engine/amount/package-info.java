/** Whole-number arithmetic for amounts: capped, exact, never floating point. */
@NullMarked
package com.luckyfunatic.engine.amount;

import org.jspecify.annotations.NullMarked;
