/** Frenzy: a meter filled by taps that pays a short burst of multiplied taps. */
@NullMarked
package com.luckyfunatic.engine.frenzy;

import org.jspecify.annotations.NullMarked;
