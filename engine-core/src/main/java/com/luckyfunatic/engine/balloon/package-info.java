/** Balloons: a short game in which a player pops what the server sends up. */
@NullMarked
package com.luckyfunatic.engine.balloon;

import org.jspecify.annotations.NullMarked;
