@NullMarked
package com.luckyfunatic.storage.leaderboard;

import org.jspecify.annotations.NullMarked;
