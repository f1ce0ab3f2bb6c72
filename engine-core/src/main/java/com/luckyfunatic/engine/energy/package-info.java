/** Energy: what taps consume and time gives back. */
@NullMarked
package com.luckyfunatic.engine.energy;

import org.jspecify.annotations.NullMarked;
