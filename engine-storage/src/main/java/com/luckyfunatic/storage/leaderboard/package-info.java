/** What stores of leaderboards share that keep the order of a board in memory. */
@NullMarked
package com.luckyfunatic.storage.leaderboard;

import org.jspecify.annotations.NullMarked;
