package com.luckyfunatic.engine.balloon;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a kind of balloon in the catalog. */
public record BalloonKindId(String value) implements TextId {
    /** Checks the shape. */
    public BalloonKindId {
        Identifiers.require("a balloon kind id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
