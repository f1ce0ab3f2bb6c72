package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a minigame. */
public record MinigameId(String value) implements TextId {
    /** Checks the shape. */
    public MinigameId {
        Identifiers.require("a minigame id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
