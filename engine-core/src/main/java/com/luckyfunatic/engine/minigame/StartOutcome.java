package com.luckyfunatic.engine.minigame;

/** What came of starting a run. */
public sealed interface StartOutcome {
    /** It has begun. */
    record Started(MinigameRun run) implements StartOutcome {}

    /**
     * There is one under the operation id already: whatever was asked for then, as it is now.
     * Nothing has changed.
     */
    record Known(MinigameRun run) implements StartOutcome {}

    /** It has not begun; nothing is kept of the question. */
    record Refused(MinigameRefusal reason) implements StartOutcome {}
}
