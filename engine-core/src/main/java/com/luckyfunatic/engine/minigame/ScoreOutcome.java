package com.luckyfunatic.engine.minigame;

/** What came of sending a score. */
public sealed interface ScoreOutcome {
    /**
     * The run has this score, which counts or is flagged.
     *
     * @param run as it is now
     * @param repeated whether it had it before
     */
    record Recorded(MinigameRun run, boolean repeated) implements ScoreOutcome {}

    /** It was not taken; nothing has changed. */
    record Refused(MinigameRefusal reason) implements ScoreOutcome {}
}
