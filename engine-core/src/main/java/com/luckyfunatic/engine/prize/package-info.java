/** Prizes of tournaments: what each rank gets, and how it is paid once. */
@NullMarked
package com.luckyfunatic.engine.prize;

import org.jspecify.annotations.NullMarked;
