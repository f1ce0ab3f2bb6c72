/** Minigames: what there is to play, their tokens and keys, runs, scores and boards over HTTP. */
@NullMarked
package com.luckyfunatic.server.minigame;

import org.jspecify.annotations.NullMarked;
