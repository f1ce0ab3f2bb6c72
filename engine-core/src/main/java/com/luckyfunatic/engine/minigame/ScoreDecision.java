package com.luckyfunatic.engine.minigame;

/** What the rules say about a score. */
public sealed interface ScoreDecision {
    /** It is to be recorded: as one that counts, or flagged. */
    record Taken(RunScore score) implements ScoreDecision {}

    /** The run has this very score already. */
    record Known(RunScore score) implements ScoreDecision {}

    /** It is not taken; nothing changes. */
    record Refused(MinigameRefusal reason) implements ScoreDecision {}
}
