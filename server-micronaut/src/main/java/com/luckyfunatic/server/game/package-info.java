/** The state of a player's game over HTTP. */
@NullMarked
package com.luckyfunatic.server.game;

import org.jspecify.annotations.NullMarked;
