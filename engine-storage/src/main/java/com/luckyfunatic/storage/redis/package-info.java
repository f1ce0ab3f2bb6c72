/** The players' states in Redis: what is hot, and the journal of its changes. */
@NullMarked
package com.luckyfunatic.storage.redis;

import org.jspecify.annotations.NullMarked;
