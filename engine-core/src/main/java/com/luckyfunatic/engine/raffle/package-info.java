/** Raffles: tickets that are sold, and a draw that anyone can recompute. */
@NullMarked
package com.luckyfunatic.engine.raffle;

import org.jspecify.annotations.NullMarked;
