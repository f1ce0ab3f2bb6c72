package com.luckyfunatic.engine.rank;

/** The highest rank a player has reached, 1 and above; it is never lost. */
public record RankState(int rank) {
    /** Where everybody starts. */
    public static final RankState FIRST = new RankState(1);
}
