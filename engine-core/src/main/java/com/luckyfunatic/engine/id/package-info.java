/** Identifiers: time-ordered unique numbers. */
@NullMarked
package com.luckyfunatic.engine.id;

import org.jspecify.annotations.NullMarked;
