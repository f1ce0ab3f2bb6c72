/** Pieces that are counted for all players together: held for one purchase, then sold or let go. */
@NullMarked
package com.luckyfunatic.engine.stock;

import org.jspecify.annotations.NullMarked;
