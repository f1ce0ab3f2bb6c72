/** Small games that are played in a frame of their own: their runs, scores and boards. */
@NullMarked
package com.luckyfunatic.engine.minigame;

import org.jspecify.annotations.NullMarked;
