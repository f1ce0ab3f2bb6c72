package com.luckyfunatic.engine.leaderboard;

import java.util.Comparator;

/**
 * A board without its entries.
 *
 * @param frozen whether scores are not taken any more
 */
public record Board(BoardSettings settings, boolean frozen) {
    /** Returns the order of its places, best first. */
    public Comparator<BoardPlace> order() {
        return settings.scoring().order();
    }
}
