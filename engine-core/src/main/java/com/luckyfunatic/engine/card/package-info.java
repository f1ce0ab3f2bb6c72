/** Cards: levels that earn passive income, and what they cost and require. */
@NullMarked
package com.luckyfunatic.engine.card;

import org.jspecify.annotations.NullMarked;
