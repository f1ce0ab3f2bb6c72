/** Stretches of play in the memory of a process that owns its storage alone. */
@NullMarked
package com.luckyfunatic.storage.presence;

import org.jspecify.annotations.NullMarked;
