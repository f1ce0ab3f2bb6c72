/** Effective values of a player at a moment, derived from everything that modifies them. */
@NullMarked
package com.luckyfunatic.engine.effect;

import org.jspecify.annotations.NullMarked;
