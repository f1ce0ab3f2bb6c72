/** Leaderboards: how scores become standings, and which standing is before which. */
@NullMarked
package com.luckyfunatic.engine.leaderboard;

import org.jspecify.annotations.NullMarked;
