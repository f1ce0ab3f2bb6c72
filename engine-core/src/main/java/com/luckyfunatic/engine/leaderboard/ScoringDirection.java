package com.luckyfunatic.engine.leaderboard;

/** Which of two scores is better. */
public enum ScoringDirection {
    /** The greater one. */
    HIGHER,
    /** The smaller one. */
    LOWER
}
