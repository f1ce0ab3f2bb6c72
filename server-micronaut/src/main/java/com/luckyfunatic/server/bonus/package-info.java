/** The daily bonus. */
@NullMarked
package com.luckyfunatic.server.bonus;

import org.jspecify.annotations.NullMarked;
