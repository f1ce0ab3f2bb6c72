/** Tournaments: who takes part, what counts, and what becomes of them. */
@NullMarked
package com.luckyfunatic.engine.tournament;

import org.jspecify.annotations.NullMarked;
