package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a card in the catalog. */
public record CardId(String value) implements TextId {
    /** Checks the shape. */
    public CardId {
        Identifiers.require("a card id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
