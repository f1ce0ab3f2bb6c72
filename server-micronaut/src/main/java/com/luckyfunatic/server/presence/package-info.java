/** Stretches of play: counted with every request, flushed every minute, shown to their player. */
@NullMarked
package com.luckyfunatic.server.presence;

import org.jspecify.annotations.NullMarked;
