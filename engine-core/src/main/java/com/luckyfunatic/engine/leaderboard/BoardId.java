package com.luckyfunatic.engine.leaderboard;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a leaderboard; whoever opens it chooses it. */
public record BoardId(String value) implements TextId {
    /** Checks the shape. */
    public BoardId {
        Identifiers.require("a board id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
