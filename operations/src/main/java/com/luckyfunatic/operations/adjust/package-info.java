/** Adjustments of many players' funds and items from a file. */
@NullMarked
package com.luckyfunatic.operations.adjust;

import org.jspecify.annotations.NullMarked;
