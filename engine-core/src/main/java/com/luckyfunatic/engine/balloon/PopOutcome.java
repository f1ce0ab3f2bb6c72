package com.luckyfunatic.engine.balloon;

/** What became of an attempt to pop a balloon. */
public sealed interface PopOutcome {
    /**
     * It is popped.
     *
     * @param points what it added to the score; a score never falls below 0, so that a bomb may
     *     take less than its points
     * @param score the score after it
     */
    record Popped(Balloon balloon, int points, long score) implements PopOutcome {}

    /** It is not; nothing changed. */
    record NotPopped(PopRefusal reason) implements PopOutcome {}
}
