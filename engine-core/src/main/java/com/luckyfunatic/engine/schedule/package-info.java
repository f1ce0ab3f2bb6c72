/** When something happens that happens again and again. */
@NullMarked
package com.luckyfunatic.engine.schedule;

import org.jspecify.annotations.NullMarked;
