/** The game in memory: the reference for every store, for tests and for embedding. */
@NullMarked
package com.luckyfunatic.storage.memory;

import org.jspecify.annotations.NullMarked;
