/** The player aggregate: identity and the state that one player's commands change. */
@NullMarked
package com.luckyfunatic.engine.player;

import org.jspecify.annotations.NullMarked;
