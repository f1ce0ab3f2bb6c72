/** Whether the server is alive and whether the game can be played. */
@NullMarked
package com.luckyfunatic.server.health;

import org.jspecify.annotations.NullMarked;
