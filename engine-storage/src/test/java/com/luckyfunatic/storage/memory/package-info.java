/** Tests of the game in memory. */
@NullMarked
package com.luckyfunatic.storage.memory;

import org.jspecify.annotations.NullMarked;
