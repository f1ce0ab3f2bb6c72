/** How long stores keep what need not be kept for ever. */
@NullMarked
package com.luckyfunatic.storage.retention;

import org.jspecify.annotations.NullMarked;
