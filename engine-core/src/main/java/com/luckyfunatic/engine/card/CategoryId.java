package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a card category in the catalog. */
public record CategoryId(String value) implements TextId {
    /** Checks the shape. */
    public CategoryId {
        Identifiers.require("a category id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
