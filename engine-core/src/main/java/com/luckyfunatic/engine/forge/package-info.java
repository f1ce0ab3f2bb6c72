/** Special cards, forged from card levels, items and jokers. */
@NullMarked
package com.luckyfunatic.engine.forge;

import org.jspecify.annotations.NullMarked;
