/** Content, players and time that all benchmarks share. */
@NullMarked
package com.luckyfunatic.benchmarks.game;

import org.jspecify.annotations.NullMarked;
