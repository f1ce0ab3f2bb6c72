package com.luckyfunatic.engine.prize;

/**
 * How far the final standings of a tournament are written.
 *
 * @param written how many ranks are
 * @param complete whether these are all
 */
public record RankingProgress(long written, boolean complete) {
    /** Nothing is written. */
    public static final RankingProgress NONE = new RankingProgress(0, false);
}
