/** Tournaments: which there are, who leads, and entering them. */
@NullMarked
package com.luckyfunatic.server.tournament;

import org.jspecify.annotations.NullMarked;
