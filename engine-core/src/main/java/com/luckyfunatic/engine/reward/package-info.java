/** What is paid for something done, and how much of it a player can hold. */
@NullMarked
package com.luckyfunatic.engine.reward;

import org.jspecify.annotations.NullMarked;
