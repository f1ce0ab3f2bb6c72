/** Boosters: timed, instant and permanent improvements that a player activates. */
@NullMarked
package com.luckyfunatic.engine.booster;

import org.jspecify.annotations.NullMarked;
