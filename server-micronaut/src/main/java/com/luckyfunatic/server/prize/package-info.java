/** Prizes of tournaments. */
@NullMarked
package com.luckyfunatic.server.prize;

import org.jspecify.annotations.NullMarked;
