/** The daily bonus: a streak of days that pays, and a wheel whose odds are published. */
@NullMarked
package com.luckyfunatic.engine.bonus;

import org.jspecify.annotations.NullMarked;
