/** Stackable items a player holds. */
@NullMarked
package com.luckyfunatic.engine.item;

import org.jspecify.annotations.NullMarked;
