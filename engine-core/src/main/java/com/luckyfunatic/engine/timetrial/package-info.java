/** Time trials: a level of a minigame against the clock, with targets that pay once. */
@NullMarked
package com.luckyfunatic.engine.timetrial;

import org.jspecify.annotations.NullMarked;
