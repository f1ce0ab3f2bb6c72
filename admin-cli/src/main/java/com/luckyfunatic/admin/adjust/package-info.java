/** Adjustments of many players. */
@NullMarked
package com.luckyfunatic.admin.adjust;

import org.jspecify.annotations.NullMarked;
