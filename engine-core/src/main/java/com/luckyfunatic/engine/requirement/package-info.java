/** Conditions that content puts before an action. */
@NullMarked
package com.luckyfunatic.engine.requirement;

import org.jspecify.annotations.NullMarked;
