/** Conversions: giving currency or items for others, at the rates of the content. */
@NullMarked
package com.luckyfunatic.engine.conversion;

import org.jspecify.annotations.NullMarked;
