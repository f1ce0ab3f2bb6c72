/** Stories: sets of cards that unlock a chapter and a reward. */
@NullMarked
package com.luckyfunatic.engine.story;

import org.jspecify.annotations.NullMarked;
