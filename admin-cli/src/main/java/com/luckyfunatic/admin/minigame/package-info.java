/** {@code minigame}: a look at scores that are not plausible, and a word about them. */
@NullMarked
package com.luckyfunatic.admin.minigame;

import org.jspecify.annotations.NullMarked;
