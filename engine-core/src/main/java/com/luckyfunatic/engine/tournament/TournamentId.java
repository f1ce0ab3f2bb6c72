package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a tournament. */
public record TournamentId(String value) implements TextId {
    /** Checks the shape. */
    public TournamentId {
        Identifiers.require("a tournament id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
