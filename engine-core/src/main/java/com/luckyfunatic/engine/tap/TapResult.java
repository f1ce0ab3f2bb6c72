package com.luckyfunatic.engine.tap;

import com.luckyfunatic.engine.Result;

/** What tapping gives back. */
public sealed interface TapResult extends Result {
    /**
     * How many of the taps counted and what they paid.
     *
     * @param accepted 0 to the number asked for
     * @param paid funz credited
     * @param repeated whether this repeats the last answer, because the number was not new
     */
    record Taps(int accepted, long paid, boolean repeated) implements TapResult {}
}
