/** The clock that servers of one game share. */
@NullMarked
package com.luckyfunatic.storage.clock;

import org.jspecify.annotations.NullMarked;
