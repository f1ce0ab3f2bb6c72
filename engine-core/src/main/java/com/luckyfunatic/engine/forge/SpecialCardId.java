package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a special card in the catalog. */
public record SpecialCardId(String value) implements TextId {
    /** Checks the shape. */
    public SpecialCardId {
        Identifiers.require("a special card id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
