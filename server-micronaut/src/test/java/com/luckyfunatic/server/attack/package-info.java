/** Attacks on the whole server: credentials that nobody gave out, and what a log would tell. */
@NullMarked
package com.luckyfunatic.server.attack;

import org.jspecify.annotations.NullMarked;
